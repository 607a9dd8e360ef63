package org.zhijia.ballot.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// The one list of credentials that an election is for, as a line of its description says, which
/// the fingerprint covers: `zhijia-credentials/1 sha256=…`.
///
/// Without it whoever keeps the box could list other credentials under the same fingerprint: one
/// voter's and many of their own, whose sum gives that vote away.
///
/// Source: `docs/spec/ballot.md`, section 5.1.
///
/// @param sha256 of the archive's document of public credentials, in lower-case hexadecimal
public record CredentialsDeclaration(String sha256) {
  private static final String DECLARED = "zhijia-credentials/";
  private static final Pattern DECLARATION = Pattern.compile(DECLARED + "1 sha256=([0-9a-f]{64})");

  /// @param document of public credentials, as it will stand in the archive
  public static CredentialsDeclaration of(byte[] document) {
    return new CredentialsDeclaration(Sha256.hex(document));
  }

  /// What stands in the description.
  public String line() {
    return DECLARED + "1 sha256=" + sha256;
  }

  /// A description with the declaration as its last line.
  ///
  /// @throws Malformed if it names a list already
  public String after(String description) throws Malformed {
    if (description.lines().anyMatch(line -> line.startsWith(DECLARED))) {
      throw new Malformed("$.description", "it names a list of credentials already");
    }
    return description.isEmpty() ? line() : description + "\n" + line();
  }

  /// What an election declares; empty if it declares nothing.
  ///
  /// @throws Malformed if it declares two lists, or in an unknown way
  static Optional<CredentialsDeclaration> of(Election election) throws Malformed {
    List<String> lines =
        election.description().lines().filter(line -> line.startsWith(DECLARED)).toList();
    if (lines.size() > 1) {
      throw new Malformed("$.description", "two lists of credentials");
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = DECLARATION.matcher(lines.getFirst());
    if (!matcher.matches()) {
      throw new Malformed(
          "$.description", "a list of credentials declared in an unknown way: " + lines.getFirst());
    }
    return Optional.of(new CredentialsDeclaration(matcher.group(1)));
  }
}
