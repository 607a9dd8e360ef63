package org.zhijia.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A Java source file with its syntax tree, as the compiler's parser sees it.
///
/// @param path below the project's folder, with `/`
record Source(String path, String text, CompilationUnitTree tree, DocTrees documentation) {

  static Source of(String path, String text) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var file =
        new SimpleJavaFileObject(URI.create("memory:/" + path), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var task =
        (JavacTask)
            compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      CompilationUnitTree tree = task.parse().iterator().next();
      return new Source(path, text, tree, DocTrees.instance(task));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isMain() {
    return path.contains("/src/main/");
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The folder of the build module, e.g. `ballot`.
  String buildModule() {
    return path.substring(0, path.indexOf('/'));
  }

  String directory() {
    return path.substring(0, path.lastIndexOf('/'));
  }

  SourcePositions positions() {
    return documentation.getSourcePositions();
  }

  long lineOf(long position) {
    return tree.getLineMap().getLineNumber(position);
  }
}
