package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;

/// A certificate of the credentials (belenios-tool 3.3 carries one, 3.0 refuses the archive): it
/// must be the one that the set-up names, in its place; what it says is not checked, and the
/// findings say so.
class CertificateTest {
  private static final String CERTIFICATE = "{\"message\":\"?\"}";

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // made once for all
  private static SmallElection good;

  @BeforeAll
  static void holdAGoodElection() throws IOException {
    Question question = new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);
    Path folder = Files.createDirectory(directory.resolve("good"));
    good = new SmallElection(folder, SmallElection.Plan.of(List.of(question), 2));
    good.cast(0, "010");
    good.finish(1);
  }

  @Test
  void anArchiveWithACertificateHoldsAndSaysThatItIsNotChecked() throws IOException {
    assertThat(verdict(CertificateTest::certify).failure()).isEmpty();
    assertThat(verdict(CertificateTest::certify).findings().certified()).isTrue();
    assertThat(verdict(mutant -> {}).findings().certified()).isFalse();
  }

  @Test
  void theSetUpNamesItsCertificate() throws IOException {
    assertOutOfOrder(
        mutant -> {
          certify(mutant);
          mutant.parts.putTogether(); // the references are right; then the certificate changes
          mutant.mendReferences = false;
          setup(mutant).set(3, CERTIFICATE.replace("?", "!"));
        });
    assertOutOfOrder(
        mutant -> {
          certify(mutant);
          setup(mutant).remove(3);
        });
    assertOutOfOrder(mutant -> setup(mutant).add(3, CERTIFICATE));
    assertOutOfOrder(
        mutant -> {
          certify(mutant);
          setup(mutant).add(3, CERTIFICATE);
        });
    assertOutOfOrder(
        mutant -> {
          certify(mutant);
          mutant.parts.putTogether();
          mutant.mendReferences = false;
          setup(mutant).add(2, setup(mutant).remove(3));
        });
  }

  private static List<String> setup(Mutant mutant) {
    return mutant.parts.only(Event.Type.SETUP).documents;
  }

  /// Adds a certificate, and its hash to the set-up.
  private static void certify(Mutant mutant) {
    List<String> documents = setup(mutant);
    documents.add(3, CERTIFICATE);
    String field = ",\"credentials_certificate\":\"" + "0".repeat(64) + "\"}";
    documents.set(4, documents.get(4).replace("}", field));
  }

  private static void assertOutOfOrder(Consumer<Mutant> change) throws IOException {
    assertThat(verdict(change).failure().map(Verdict.Fails::check)).contains(Check.ORDER);
  }

  private static Verdict verdict(Consumer<Mutant> change) throws IOException {
    Mutant mutant = new Mutant(good);
    change.accept(mutant);
    Path archive = mutant.writeInto(Files.createTempDirectory(directory, "mutant"));
    return Audit.verify(archive, AuditOptions.onAllCores());
  }
}
