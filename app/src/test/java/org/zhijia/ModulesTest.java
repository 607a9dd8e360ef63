package org.zhijia;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.zhijia.acts.PublicAct;

/// Who may know whom inside the server.
class ModulesTest {
  /// The libraries are build modules of their own, open to all.
  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          ZhijiaApplication.class,
          resideInAnyPackage("org.zhijia.statute..", "org.zhijia.ballot.."));

  /// Each may use what stands before it; `web` is shared by all.
  private static final List<String> ORDER =
      List.of(
          "operation",
          "acts",
          "web",
          "tables",
          "registry",
          "identity",
          "documents",
          "rules",
          "rehearsal",
          "election",
          "congress",
          "home",
          "demo");

  @Test
  void modulesKeepToTheirDeclaredDependencies() {
    MODULES.verify();
  }

  @Test
  void everyModuleHasItsPlaceInTheOrder() {
    assertThat(MODULES.stream().map(ModulesTest::name)).containsExactlyInAnyOrderElementsOf(ORDER);
    for (ApplicationModule module : MODULES) {
      List<String> before = ORDER.subList(0, ORDER.indexOf(name(module)));
      assertThat(
              module.getDirectDependencies(MODULES).stream()
                  .map(dependency -> name(dependency.getTargetModule()))
                  .distinct())
          .as(name(module))
          .isSubsetOf(before);
    }
  }

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.zhijia");

  /// Official acts, as the public record will show them. A record that becomes a [PublicAct] is
  /// named here, or the test fails.
  private static final Set<String> ACTS =
      Set.of(
          "AttendanceFrozen",
          "CongressConvened",
          "CredentialsExamined",
          "DocumentIssued",
          "HandsCounted",
          "OrganisationDissolved",
          "OrganisationFounded",
          "OrganisationMoved",
          "PollCancelled",
          "PollOpened",
          "ResolutionDecided",
          "ResultAnnounced",
          "ResultsApproved",
          "RosterTaken",
          "SeatsDecided",
          "StageEntered",
          "SurplusAccepted");

  @Test
  void everyOfficialActIsARecordOnTheList() {
    var acts =
        SERVER.stream()
            .filter(type -> type.isAssignableTo(PublicAct.class) && !type.isInterface())
            .toList();
    assertThat(acts).allMatch(JavaClass::isRecord);
    assertThat(acts.stream().map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(ACTS);
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
