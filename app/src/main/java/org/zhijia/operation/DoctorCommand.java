package org.zhijia.operation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhijia.operation.doctor.DatabaseLooks;
import org.zhijia.operation.doctor.FileLooks;
import org.zhijia.operation.doctor.Finding;
import org.zhijia.operation.doctor.Finding.Level;
import org.zhijia.operation.doctor.MachineLooks;
import org.zhijia.statute.Laws;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `zhijia doctor`: what is wrong with this installation, and how to mend it. Changes nothing; a
/// database that is at rest is started for the look and stopped after it.
@Command
final class DoctorCommand implements Callable<Integer> {
  private final Words words;

  @Mixin private final Place place = new Place();

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
  private int port = 8080;

  @Option(names = "--certificate", paramLabel = "PEM", descriptionKey = "option.certificate")
  private @Nullable Path certificate;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  DoctorCommand(Words words) {
    this.words = words;
  }

  @Override
  public Integer call() throws IOException {
    Installation installation = place.installation(System.getenv(), false);
    List<Finding> findings = new ArrayList<>();
    machine(installation, findings);
    files(installation, findings);
    findings.addAll(database(installation));
    if (json) {
      System.out.println(asJson(findings));
    } else {
      findings.forEach(finding -> System.out.println(line(finding)));
    }
    boolean fine = findings.stream().allMatch(finding -> finding.level() == Level.FINE);
    return fine ? 0 : ServerProgram.NOT_DONE;
  }

  private void machine(Installation installation, List<Finding> findings) throws IOException {
    Instant now = Instant.now();
    findings.add(MachineLooks.java(Runtime.version().feature()));
    findings.add(MachineLooks.disk(installation.data()));
    findings.add(MachineLooks.clock(now));
    findings.add(MachineLooks.zone(ZoneId.systemDefault(), now));
    String names = System.getProperty("sun.jnu.encoding", "UTF-8");
    findings.add(MachineLooks.encoding(Charset.forName(names)));
    findings.add(
        MachineLooks.calendar(
            Laws.ofThisRelease().workingDays().lastYear(), LocalDate.now(Words.CHINA)));
    findings.add(MachineLooks.port(port, runs(installation)));
    if (installation.database().isEmpty()) {
      boolean root = PostgresPrograms.isRoot();
      findings.add(MachineLooks.root(root, root && PostgresPrograms.mayBecomeNobody()));
    }
  }

  private void files(Installation installation, List<Finding> findings) throws IOException {
    findings.add(FileLooks.data(installation.data()));
    findings.add(FileLooks.fieldKey(installation.fieldKey(), installation.data()));
    Path served = certificate == null ? LocalCertificates.server(installation) : certificate;
    if (certificate != null || Files.exists(served)) {
      findings.add(FileLooks.certificate(served, Instant.now()));
    }
    if (Files.isDirectory(installation.data())) {
      findings.add(FileLooks.lastBackup(LastBackup.of(installation.data()), Instant.now()));
      findings.add(runs(installation) ? Finding.fine("running") : Finding.fine("at-rest"));
    }
  }

  private static boolean runs(Installation installation) throws IOException {
    if (!Files.isDirectory(installation.data())) {
      return false;
    }
    try (DataLock lock = DataLock.take(installation.data())) {
      return lock == null;
    } catch (CannotRun itRuns) {
      return true;
    }
  }

  private List<Finding> database(Installation installation) throws IOException {
    boolean none = installation.database().isEmpty() && !Cluster.in(installation.data()).isMade();
    if (none) {
      return List.of();
    }
    Optional<byte[]> check =
        OpenInstallation.fieldKey(installation.fieldKey()).map(FieldKeyFile::check);
    try (OpenInstallation open = OpenInstallation.beside(installation, System.getenv())) {
      return DatabaseLooks.all(open.database(), check);
    } catch (CannotRun reason) {
      return List.of(
          Finding.wrong("database", words.text(reason.key(), reason.arguments().toArray())));
    }
  }

  private String line(Finding finding) {
    String sign =
        switch (finding.level()) {
          case FINE -> "✓ ";
          case WARNING -> "! ";
          case WRONG -> "✗ ";
        };
    return sign + text(finding);
  }

  private String text(Finding finding) {
    return words.text(
        "doctor." + finding.about() + "." + Words.key(finding.level()),
        finding.arguments().toArray());
  }

  private String asJson(List<Finding> findings) {
    List<Map<String, String>> list = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("about", finding.about());
      entry.put("level", Words.key(finding.level()));
      entry.put("text", text(finding));
      list.add(entry);
    }
    return JsonMapper.builder().build().writeValueAsString(list);
  }
}
