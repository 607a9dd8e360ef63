package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.IExecutionDataVisitor;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/// Loads this project's classes anew, those of the ballot library with JaCoCo's probes in them, so
/// that each input tells which branches of the library it went through.
///
/// Everything that touches the library must come from here: a class of the same name that the
/// usual loader loaded is another class.
final class ProbedClasses extends ClassLoader implements Supplier<List<boolean[]>> {
  private static final String OURS = "org.zhijia.";
  private static final String LIBRARY = "org.zhijia.ballot.";

  private final Instrumenter instrumenter;
  private final RuntimeData data = new RuntimeData();

  ProbedClasses() {
    super(ProbedClasses.class.getClassLoader());
    LoggerRuntime runtime = new LoggerRuntime();
    instrumenter = new Instrumenter(runtime);
    try {
      runtime.startup(data);
    } catch (Exception failure) {
      throw new IllegalStateException("probes cannot be started", failure);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      byte[] probed = name.startsWith(LIBRARY) ? instrumenter.instrument(code, name) : code;
      return defineClass(name, probed, 0, probed.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  /// The probes of all classes used so far, in the order of their names; live: whoever clears them
  /// sees which are met from then on.
  @Override
  public List<boolean[]> get() {
    List<ExecutionData> found = new ArrayList<>();
    IExecutionDataVisitor collector = found::add;
    data.collect(collector, _ -> {}, false);
    found.sort(java.util.Comparator.comparing(ExecutionData::getName));
    return found.stream().map(ExecutionData::getProbes).toList();
  }
}
