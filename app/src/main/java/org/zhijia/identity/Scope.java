package org.zhijia.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.zhijia.web.Task;

/// What a program may do with a token, at most: never more than the account behind it.
public enum Scope {
  ORGANISATIONS_READ("organisations:read", Task.SEE_ORGANISATIONS),
  MEMBERS_READ("members:read", Task.SEE_ORGANISATIONS, Task.SEE_MEMBERS);

  private final String word;
  private final Set<Task> tasks;

  Scope(String word, Task... tasks) {
    this.word = word;
    this.tasks = Set.of(tasks);
  }

  /// As the API's documents name it.
  public String word() {
    return word;
  }

  boolean allows(Task task) {
    return tasks.contains(task);
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
