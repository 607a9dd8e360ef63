package org.zhijia.tidy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom, between the modules and within them.
class ModulesTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.zhijia");

  private static final ArchRule THE_LIBRARY_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("org.zhijia.ballot..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "org.zhijia.ballot..",
                  "java..",
                  "javax.crypto..",
                  "tools.jackson.core..",
                  "org.jspecify.annotations.."))
          .because("a stranger shall be able to check with it and read all of it");

  private static final ArchRule THE_RULES_STAND_ALONE =
      classes()
          .that()
          .resideInAPackage("org.zhijia.statute..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "org.zhijia.statute..",
                  "java..",
                  "org.snakeyaml.engine..",
                  "org.jspecify.annotations.."))
          .because("whoever doubts a decision shall be able to run its rule again");

  private static final ArchRule JSON_STAYS_BEHIND_ITS_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.zhijia.ballot.json")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..")
          .because("there is one strict reader, with one set of limits");

  private static final ArchRule SECRETS_NEVER_MEET_BIG_INTEGERS =
      noClasses()
          .that()
          .resideInAPackage("org.zhijia.ballot..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(BigInteger.class)
          .because("its time depends on its value");

  private static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.zhijia.(**)").should().beFreeOfCycles();

  static List<ArchRule> rules() {
    return List.of(
        THE_LIBRARY_STANDS_ALONE,
        THE_RULES_STAND_ALONE,
        JSON_STAYS_BEHIND_ITS_DOOR,
        SECRETS_NEVER_MEET_BIG_INTEGERS,
        PACKAGES_HAVE_NO_CYCLES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductKeeps(ArchRule rule) {
    assertThat(PRODUCT.size()).isGreaterThan(150);
    rule.check(PRODUCT);
  }

  @Test
  void theLibraryMayNotKnowTheCommandLine(@TempDir Path out) throws IOException {
    assertRefused(
        THE_LIBRARY_STANDS_ALONE,
        out,
        "package org.zhijia.verify; public class Screen {}",
        "package org.zhijia.ballot; class Poll { org.zhijia.verify.Screen screen; }");
  }

  @Test
  void theRulesMayNotKnowTheBallots(@TempDir Path out) throws IOException {
    assertRefused(
        THE_RULES_STAND_ALONE,
        out,
        "package org.zhijia.ballot; public class Poll {}",
        "package org.zhijia.statute; class Quorum { org.zhijia.ballot.Poll poll; }");
  }

  @Test
  void nobodyElseReadsJson(@TempDir Path out) throws IOException {
    assertRefused(
        JSON_STAYS_BEHIND_ITS_DOOR,
        out,
        "package org.zhijia.ballot; class Poll { tools.jackson.core.JsonParser parser; }");
  }

  @Test
  void noBigIntegerInTheLibrary(@TempDir Path out) throws IOException {
    assertRefused(
        SECRETS_NEVER_MEET_BIG_INTEGERS,
        out,
        "package org.zhijia.ballot.group; class Exponent { java.math.BigInteger secret; }");
  }

  @Test
  void noCycleOfPackages(@TempDir Path out) throws IOException {
    assertRefused(
        PACKAGES_HAVE_NO_CYCLES,
        out,
        "package org.zhijia.a; public class A { org.zhijia.b.B b; }",
        "package org.zhijia.b; public class B { org.zhijia.a.A a; }");
  }

  private static void assertRefused(ArchRule rule, Path out, String... texts) throws IOException {
    compile(out, texts);
    assertThat(rule.evaluate(new ClassFileImporter().importPath(out)).hasViolation()).isTrue();
  }

  private static void compile(Path out, String... texts) throws IOException {
    Pattern name = Pattern.compile("package ([\\w.]+); .*?class (\\w+)");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", out.toString(), "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    for (String text : texts) {
      Matcher matcher = name.matcher(text);
      assertThat(matcher.find()).isTrue();
      Path file = out.resolve(matcher.group(2) + ".java");
      arguments.add(Files.writeString(file, text).toString());
    }
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exitCode).isZero();
  }
}
