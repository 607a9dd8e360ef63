package org.zhijia.verify;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import org.zhijia.verify.terminal.Screen;
import picocli.CommandLine;

/// Makes commands, each of which is given the screen.
final class Commands implements CommandLine.IFactory {
  private final Screen screen;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  Commands(Screen screen) {
    this.screen = screen;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Constructor<?>> takesScreen =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(made -> Arrays.equals(made.getParameterTypes(), new Class<?>[] {Screen.class}))
            .findFirst();
    if (takesScreen.isEmpty()) {
      return others.create(type);
    }
    try {
      takesScreen.get().setAccessible(true);
      return type.cast(takesScreen.get().newInstance(screen));
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }
}
