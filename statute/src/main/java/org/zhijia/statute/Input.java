package org.zhijia.statute;

import java.util.List;

/// One fact that a rule asks for.
///
/// @param name the key, as in `due=181`
/// @param required whether the rule cannot do without
/// @param choices the words allowed; empty where any value may stand
public record Input(String name, Text meaning, boolean required, List<String> choices) {

  public Input {
    choices = List.copyOf(choices);
  }

  public static Input of(String name, String zh, String en) {
    return new Input(name, new Text(zh, en), true, List.of());
  }

  public static Input optional(String name, String zh, String en, String... choices) {
    return new Input(name, new Text(zh, en), false, List.of(choices));
  }

  public static Input choice(String name, String zh, String en, String... choices) {
    return new Input(name, new Text(zh, en), true, List.of(choices));
  }

  /// A document with more facts than fit into a line.
  public static Input file(String zh, String en) {
    return of("file", zh, en);
  }

  /// Which kind of body: shared by the rules that tell kinds apart.
  public static final Input KIND =
      optional("kind", "机构类别", "kind of body", "district", "grassroots", "enterprise");
}
