package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhijia.bench.Bench;

/// `./zhijia bench fuzz [SECONDS [SEED [DIRECTORY [TARGET]]]]`: tries to break every reader of the
/// library, or those whose targets' names contain TARGET. Findings are written to `fuzz-findings/`,
/// inputs that reached new places to the directory, if one is named. Ends with 1 if anything was
/// found.
public final class Fuzz {
  /// Small, so that a reader that takes too much is found.
  private static final String HEAP = "-Xmx320m";

  private static final long DEFAULT_SECONDS = 60;

  private Fuzz() {}

  /// Starts the run in a program of its own, with a small heap.
  ///
  /// @param arguments after the word `fuzz`
  public static void run(String[] arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.add("-Dzhijia.root=" + System.getProperty("zhijia.root", "."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
    command.add("fuzzing");
    command.addAll(Arrays.asList(arguments));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  /// The run itself.
  public static void runHere(String[] arguments) throws Exception {
    long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : DEFAULT_SECONDS;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime() % 1_000_000;
    Optional<Path> keep =
        arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    String only = arguments.length > 3 ? arguments[3] : "";
    System.out.printf("fuzzing for %d s, seed %d, heap %s%n", seconds, seed, HEAP);
    ProbedClasses classes = new ProbedClasses();
    Method run =
        classes
            .loadClass(FuzzRun.class.getName())
            .getDeclaredMethod(
                "run", long.class, long.class, Supplier.class, Optional.class, String.class);
    run.setAccessible(true);
    try {
      Object found = run.invoke(null, seconds, seed, classes, keep, only);
      System.exit(found.equals(0) ? 0 : 1);
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException("the run broke down", failure.getCause());
    }
  }
}
