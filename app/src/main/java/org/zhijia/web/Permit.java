package org.zhijia.web;

import java.util.Optional;

/// Who acts in the current request, and what they may do where. Everything that is not granted is
/// refused.
public interface Permit {

  /// None for a visitor.
  Optional<Actor> actor();

  /// Whether the actor may do this anywhere at all.
  boolean may(Task task);

  /// Whether the actor may do this to the organisation with this path, or to a part of it.
  ///
  /// @param path ids from the root, as in `.1.7.23.`
  boolean may(Task task, String path);

  /// @throws NotThere if the actor may not: what is not yours is not there
  default void demand(Task task, String path) {
    if (!may(task, path)) {
      throw new NotThere();
    }
  }

  default Actor signedIn() {
    return actor().orElseThrow(NotThere::new);
  }
}
