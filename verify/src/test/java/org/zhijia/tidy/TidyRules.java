package org.zhijia.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// What CONTRIBUTING.md demands of every source file. A finding names the file and says what to do.
final class TidyRules {
  private static final int FILE_LINES = 400;
  private static final int COLUMNS = 100;
  private static final int METHOD_LINES = 40;
  private static final int PROOF_METHOD_LINES = 60;

  /// Tables of cases are as long as they are.
  private static final int TEST_METHOD_LINES = 90;

  private static final int PARAMETERS = 5;
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".+(Manager|Utils?|Helper|Impl|Dto|Info|Data)");
  private static final Pattern OPEN_END =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b(?!\\(#\\d+\\): \\S)");

  /// Started by a launcher, a harness or the framework, and so named by nobody.
  private static final Pattern PROGRAM =
      Pattern.compile(
          "public static void main\\(|@Benchmark\\b"
              + "|@(Component|Configuration|Controller|ControllerAdvice|RestController)\\b");

  private static final Pattern WORD = Pattern.compile("\\w+");

  /// Names that the code does not choose: those of the archive format.
  private static final Set<String> FOREIGN_NAMES = Set.of("SetupData");

  private final List<String> findings = new ArrayList<>();

  private TidyRules() {}

  static List<String> findings(List<Source> sources) {
    TidyRules rules = new TidyRules();
    sources.forEach(rules::check);
    rules.checkPackages(sources);
    rules.checkUse(sources);
    return List.copyOf(rules.findings);
  }

  private void check(Source source) {
    List<String> lines = source.text().lines().toList();
    if (lines.size() > FILE_LINES) {
      find(source, lines.size(), "longer than " + FILE_LINES + " lines: split it");
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > COLUMNS && !line.startsWith("import ")) {
        find(source, i + 1, "wider than " + COLUMNS + " columns");
      }
      if (i > 0 && isPlainComment(line) && isDocComment(lines.get(i - 1))) {
        find(source, i + 1, "a doc comment that goes on as a plain one: wrap it by hand");
      }
      if (OPEN_END.matcher(line).find()) {
        find(source, i + 1, "an open end without its issue, as in (#12): why");
      }
      if (line.contains("@author" + " ")) {
        find(source, i + 1, "an author tag: the history knows");
      }
    }
    for (ImportTree imported : source.tree().getImports()) {
      if (imported.getQualifiedIdentifier().toString().endsWith(".*")) {
        find(source, imported, "a wildcard import: name the types");
      }
    }
    new Types(source).scan(source.tree(), null);
  }

  private static boolean isDocComment(String line) {
    return line.stripLeading().startsWith("///");
  }

  private static boolean isPlainComment(String line) {
    return line.stripLeading().startsWith("// ");
  }

  /// Looks at the types and methods of one file.
  private final class Types extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Source source;

    private Types(Source source) {
      this.source = source;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      String name = type.getSimpleName().toString();
      if (EMPTY_NAME.matcher(name).matches() && !FOREIGN_NAMES.contains(name)) {
        find(source, type, name + " says nothing: name what it is in the domain");
      }
      boolean isTop = getCurrentPath().getParentPath().getLeaf() == source.tree();
      boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (isTop && isPublic && source.isMain() && isUndocumented(getCurrentPath())) {
        find(source, type, name + " is public and has no doc comment: say what it means");
      }
      return super.visitClass(type, nothing);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        long first = source.lineOf(start(source, method));
        long last = source.lineOf(source.positions().getEndPosition(source.tree(), method));
        int limit = methodLines(source);
        if (last - first + 1 > limit) {
          find(source, method, method.getName() + " is longer than " + limit + " lines");
        }
      }
      boolean isConstructor = method.getName().contentEquals("<init>");
      boolean isPrivate = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
      boolean isTest = !source.isMain();
      if (!isConstructor && !isPrivate && !isTest && parameters(method) > PARAMETERS) {
        find(source, method, method.getName() + " has more than " + PARAMETERS + " parameters");
      }
      return super.visitMethod(method, nothing);
    }

    private static int methodLines(Source source) {
      if (!source.isMain()) {
        return TEST_METHOD_LINES;
      }
      return source.path().contains("/proof/") ? PROOF_METHOD_LINES : METHOD_LINES;
    }

    /// An array and the offset that follows it count as one.
    private static int parameters(MethodTree method) {
      int count = 0;
      boolean afterArray = false;
      for (VariableTree parameter : method.getParameters()) {
        String type = parameter.getType().toString();
        count += afterArray && type.equals("int") ? 0 : 1;
        afterArray = type.endsWith("[]");
      }
      return count;
    }

    private boolean isUndocumented(TreePath path) {
      return source.documentation().getDocCommentTree(path) == null;
    }
  }

  /// Every package of the product says what it is for, and it or its module that null is not at
  /// home in it.
  private void checkPackages(List<Source> sources) {
    Set<String> described = new HashSet<>();
    Set<String> nullMarked = new HashSet<>();
    for (Source source : sources) {
      boolean isModule = source.name().equals("module-info.java");
      if (source.name().equals("package-info.java")) {
        described.add(source.directory());
      }
      if (source.name().endsWith("-info.java") && source.text().contains("@NullMarked")) {
        nullMarked.add(isModule ? source.buildModule() : source.directory());
      }
    }
    Set<String> checked = new HashSet<>();
    for (Source source : sources) {
      String directory = source.directory();
      boolean isPart = source.isMain() && !source.name().equals("module-info.java");
      if (isPart && checked.add(directory)) {
        if (!described.contains(directory)) {
          findings.add(directory + ": no package-info.java that says what it is for");
        }
        if (!nullMarked.contains(directory) && !nullMarked.contains(source.buildModule())) {
          findings.add(directory + ": not @NullMarked");
        }
      }
    }
  }

  /// A type that no other file names is dead, unless it is where a program starts.
  private void checkUse(List<Source> sources) {
    Map<String, Set<String>> filesByWord = new HashMap<>();
    for (Source source : sources) {
      WORD.matcher(source.text())
          .results()
          .forEach(
              word ->
                  filesByWord
                      .computeIfAbsent(word.group(), w -> new HashSet<>())
                      .add(source.path()));
    }
    for (Source source : sources) {
      String type = source.name().replace(".java", "");
      boolean isProgram = PROGRAM.matcher(source.text()).find();
      boolean isNamed = filesByWord.getOrDefault(type, Set.of()).size() > 1;
      if (source.isMain() && !isProgram && !type.endsWith("-info") && !isNamed) {
        findings.add(source.path() + ": nobody uses it: remove it");
      }
    }
  }

  private static long start(Source source, Tree tree) {
    return source.positions().getStartPosition(source.tree(), tree);
  }

  private void find(Source source, Tree tree, String what) {
    find(source, source.lineOf(start(source, tree)), what);
  }

  private void find(Source source, long line, String what) {
    findings.add(source.path() + ":" + line + ": " + what);
  }
}
