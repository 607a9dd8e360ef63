package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// Who decrypts: a list of items, each of which must contribute. An item is one mandatory trustee
/// or a set of which a threshold is enough.
///
/// Trustees are numbered from 1 over all items in order ("owner" of a partial decryption).
/// Source: Belenios specification 3.1, section 4.7.
public record Trustees(List<Item> items) implements JsonText.Writable {

  public Trustees {
    items = List.copyOf(items);
  }

  /// One item of the list.
  public sealed interface Item extends JsonText.Writable {
    /// The keys of its trustees, in order.
    List<TrusteePublicKey> keys();

    /// How many of them must decrypt.
    int needed();
  }

  /// A trustee who must decrypt.
  public record Single(TrusteePublicKey key) implements Item {
    @Override
    public List<TrusteePublicKey> keys() {
      return List.of(key);
    }

    @Override
    public int needed() {
      return 1;
    }

    @Override
    public void writeTo(JsonText json) {
      json.openList().text("Single").value(key).closeList();
    }
  }

  /// Trustees of whom any `threshold` are enough.
  public record Threshold(ThresholdKey parameters) implements Item {
    @Override
    public List<TrusteePublicKey> keys() {
      return parameters.verificationKeys();
    }

    @Override
    public int needed() {
      return parameters.threshold();
    }

    @Override
    public void writeTo(JsonText json) {
      json.openList().text("Pedersen").value(parameters).closeList();
    }
  }

  /// All trustees' keys; trustee number n is at index n − 1.
  public List<TrusteePublicKey> keys() {
    return items.stream().flatMap(item -> item.keys().stream()).toList();
  }

  /// The trustee with this key, as its number from 1.
  public Optional<Integer> numberOf(Element publicKey) {
    List<TrusteePublicKey> keys = keys();
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).publicKey().equals(publicKey)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /// y, the product of the items' sub-keys.
  public Element electionKey(Group group) throws Malformed {
    Element product = group.neutral();
    for (Item item : items) {
      Element subKey =
          switch (item) {
            case Single single -> single.key().publicKey();
            case Threshold threshold -> threshold.parameters().subKey(group);
          };
      product = product.times(subKey);
    }
    return product;
  }

  public static Trustees read(Group group, byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document, JsonLimits.SETUP);
    List<Item> items = new ArrayList<>();
    for (JsonNode item : node.items()) {
      List<JsonNode> pair = item.items(2);
      items.add(
          switch (pair.get(0).text()) {
            case "Single" -> new Single(TrusteePublicKey.read(group, pair.get(1)));
            case "Pedersen" -> new Threshold(ThresholdKey.read(group, pair.get(1)));
            default -> throw pair.get(0).malformed("neither \"Single\" nor \"Pedersen\"");
          });
    }
    if (items.isEmpty()) {
      throw node.malformed("an election needs at least one trustee");
    }
    return new Trustees(items);
  }

  @Override
  public void writeTo(JsonText json) {
    json.list(items);
  }
}
