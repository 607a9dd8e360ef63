package org.zhijia.verify.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.audit.CredentialsDeclaration;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// An election before it has a key: what is asked, under which id.
record Draft(
    String uuid,
    String name,
    String description,
    Optional<String> administrator,
    List<Question> questions)
    implements JsonText.Writable {

  Draft {
    questions = List.copyOf(questions);
  }

  /// The election that is opened.
  ///
  /// @param credentials the document of public credentials, which the description then names
  /// @throws Malformed if the description names a list already
  Election openedWith(Element publicKey, byte[] credentials) throws Malformed {
    return new Election(
        CredentialsDeclaration.of(credentials).after(description),
        name,
        ElectionFolder.GROUP,
        publicKey,
        questions,
        uuid,
        administrator,
        Optional.empty());
  }

  static Draft read(JsonNode node) throws Malformed {
    node.only("uuid", "name", "description", "administrator", "questions");
    if (!Election.isUuid(node.field("uuid").text())) {
      throw node.field("uuid").malformed("not an election id");
    }
    List<Question> questions = new ArrayList<>();
    for (JsonNode item : node.field("questions").items()) {
      questions.add(Question.read(item));
    }
    Optional<JsonNode> administrator = node.optional("administrator");
    return new Draft(
        node.field("uuid").text(),
        node.field("name").text(),
        node.field("description").text(),
        administrator.isPresent() ? Optional.of(administrator.get().text()) : Optional.empty(),
        questions);
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("uuid").text(uuid).field("name").text(name);
    json.field("description").text(description);
    administrator.ifPresent(text -> json.field("administrator").text(text));
    json.field("questions").list(questions).close();
  }
}
