package org.zhijia.verify.election;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.verify.terminal.WrongUse;

/// The folder of public files of one election.
///
/// | file | by | in step |
/// |---|---|---|
/// | `draft.json` | organiser | new |
/// | `public_credentials.json` | credentials clerk | credentials |
/// | `trustee-NAME.json` | each mandatory trustee | trustee single |
/// | `threshold-I-certificate.json`, `-polynomial.json`, `-share.json` | trustee I | trustee … |
/// | `UUID.bel`, `UUID.companion` | organiser | open, cast, close, result |
/// | `decryption-N.json` | trustee N | decrypt |
record ElectionFolder(Path directory) {
  static final Group GROUP = Ed25519.group();

  /// Reads one kind of document.
  interface Reader<T> {
    T read(JsonNode node) throws Malformed;
  }

  Path draft() {
    return directory.resolve("draft.json");
  }

  Path publicCredentials() {
    return directory.resolve("public_credentials.json");
  }

  Path trustee(String name) {
    return directory.resolve("trustee-" + name + ".json");
  }

  Path certificate(int index) {
    return directory.resolve("threshold-" + index + "-certificate.json");
  }

  Path polynomial(int index) {
    return directory.resolve("threshold-" + index + "-polynomial.json");
  }

  Path share(int index) {
    return directory.resolve("threshold-" + index + "-share.json");
  }

  Path decryption(int owner) {
    return directory.resolve("decryption-" + owner + ".json");
  }

  Path archive(String uuid) {
    return directory.resolve(uuid + ".bel");
  }

  /// The archive of this folder, once the election is open.
  Path openArchive() throws IOException, WrongUse {
    List<Path> archives = matching(".*\\.bel");
    if (archives.size() != 1) {
      throw new WrongUse(
          archives.isEmpty() ? "election.not-open" : "election.many-archives", directory);
    }
    return archives.getFirst();
  }

  Draft readDraft() throws IOException, WrongUse {
    if (!Files.exists(draft())) {
      throw new WrongUse("election.no-draft", directory);
    }
    return read(draft(), Draft::read);
  }

  List<TrusteePublicKey> singles() throws IOException, WrongUse {
    List<TrusteePublicKey> keys = new ArrayList<>();
    for (Path file : matching("trustee-.*\\.json")) {
      keys.add(read(file, node -> TrusteePublicKey.read(GROUP, node)));
    }
    return keys;
  }

  /// All certificates of the threshold ceremony, in order; empty if there is none.
  List<Certificate> certificates() throws IOException, WrongUse {
    List<Certificate> certificates = new ArrayList<>();
    for (int i = 1; Files.exists(certificate(i)); i++) {
      certificates.add(read(certificate(i), node -> Certificate.read(GROUP, node)));
    }
    if (certificates.isEmpty()) {
      if (!matching("threshold-\\d+-certificate\\.json").isEmpty()) {
        throw new WrongUse("ceremony.waiting", certificate(1).getFileName());
      }
      return certificates;
    }
    int size = certificates.getFirst().context().size();
    if (certificates.size() < size) {
      Path missing = certificate(certificates.size() + 1);
      throw new WrongUse("ceremony.waiting", missing.getFileName());
    }
    return certificates;
  }

  List<Polynomial> polynomials(int size) throws IOException, WrongUse {
    List<Polynomial> polynomials = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      demandCeremonyFile(polynomial(i));
      polynomials.add(read(polynomial(i), node -> Polynomial.read(GROUP, node)));
    }
    return polynomials;
  }

  List<ThresholdShare> shares(int size) throws IOException, WrongUse {
    List<ThresholdShare> shares = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      demandCeremonyFile(share(i));
      shares.add(read(share(i), node -> ThresholdShare.read(GROUP, node)));
    }
    return shares;
  }

  List<Path> matching(String name) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(name))
          .sorted()
          .toList();
    }
  }

  static <T> T read(Path file, Reader<T> reader) throws IOException, WrongUse {
    try {
      return reader.read(JsonNode.parse(Files.readAllBytes(file)));
    } catch (Malformed malformed) {
      throw new WrongUse("error.malformed", file, malformed.where(), malformed.reason());
    }
  }

  /// Writes a new public file; what is there is never overwritten.
  static void write(Path file, JsonText.Writable document) throws IOException {
    Files.write(file, JsonText.bytesOf(document), StandardOpenOption.CREATE_NEW);
  }

  /// Writes a new file that only its owner can read, where the file system knows owners.
  static void writeSecret(Path file, String secret) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, ownerOnly);
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, secret, StandardCharsets.UTF_8);
  }

  private static void demandCeremonyFile(Path file) throws WrongUse {
    if (!Files.exists(file)) {
      throw new WrongUse("ceremony.waiting", file.getFileName());
    }
  }
}
