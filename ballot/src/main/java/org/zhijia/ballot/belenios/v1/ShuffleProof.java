package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;

/// Proof that one list of ciphertexts is another one in an unknown order, each encrypted anew.
///
/// Made by [org.zhijia.ballot.shuffle.ShuffleProver], checked by
/// [org.zhijia.ballot.shuffle.ShuffleChecks]. The letters are those of CHVote 1.3.2; N is the
/// number of ciphertexts. Source: Belenios specification 3.1, section 4.19.
///
/// @param t t1, t2, t3, t4,1, t4,2
/// @param tHat N commitments of the chain's proof
/// @param s s1, s2, s3, s4
/// @param sHat N responses
/// @param sPrime N responses
/// @param c N commitments to the permutation
/// @param cHat N links of the chain
public record ShuffleProof(
    List<Element> t,
    List<Element> tHat,
    List<Scalar> s,
    List<Scalar> sHat,
    List<Scalar> sPrime,
    List<Element> c,
    List<Element> cHat)
    implements JsonText.Writable {

  public ShuffleProof {
    t = List.copyOf(t);
    tHat = List.copyOf(tHat);
    s = List.copyOf(s);
    sHat = List.copyOf(sHat);
    sPrime = List.copyOf(sPrime);
    c = List.copyOf(c);
    cHat = List.copyOf(cHat);
  }

  /// @param n how many ciphertexts are shuffled
  static ShuffleProof read(Group group, int n, JsonNode node) throws Malformed {
    List<JsonNode> parts = node.items(4);
    List<JsonNode> commitments = parts.get(0).items(5);
    List<Element> t = new ArrayList<>(elements(group, commitments.subList(0, 3)));
    t.addAll(elements(group, commitments.get(3).items(2)));
    List<JsonNode> responses = parts.get(1).items(6);
    return new ShuffleProof(
        t,
        elements(group, commitments.get(4).items(n)),
        scalars(group, responses.subList(0, 4)),
        scalars(group, responses.get(4).items(n)),
        scalars(group, responses.get(5).items(n)),
        elements(group, parts.get(2).items(n)),
        elements(group, parts.get(3).items(n)));
  }

  @Override
  public void writeTo(JsonText json) {
    List<String> commitments = t.stream().map(Element::encoding).toList();
    json.openList().openList();
    commitments.subList(0, 3).forEach(json::text);
    json.texts(commitments.subList(3, 5)).texts(tHat.stream().map(Element::encoding).toList());
    json.closeList().openList();
    s.forEach(response -> json.text(response.decimal()));
    json.texts(sHat.stream().map(Scalar::decimal).toList());
    json.texts(sPrime.stream().map(Scalar::decimal).toList()).closeList();
    json.texts(c.stream().map(Element::encoding).toList());
    json.texts(cHat.stream().map(Element::encoding).toList()).closeList();
  }

  private static List<Element> elements(Group group, List<JsonNode> nodes) throws Malformed {
    List<Element> elements = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      elements.add(Ciphertext.element(group, node));
    }
    return elements;
  }

  private static List<Scalar> scalars(Group group, List<JsonNode> nodes) throws Malformed {
    List<Scalar> scalars = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      scalars.add(Proof.scalar(group, node));
    }
    return scalars;
  }
}
