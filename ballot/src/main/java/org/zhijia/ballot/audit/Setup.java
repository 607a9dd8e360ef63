package org.zhijia.ballot.audit;

import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.archive.Entry;
import org.zhijia.ballot.archive.SetupData;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.VartimeBase;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DirectChecks;
import org.zhijia.ballot.slate.UnionSlate;

/// An election as set up, with what every ballot's check needs of it.
///
/// @param certified whether a certificate of the credentials goes with it; what it says is not
///     published anywhere, so it is not checked (decision 0020)
/// @param generator g, laid out widely
/// @param publicKey y, laid out widely
record Setup(
    Election election,
    String fingerprint,
    List<UnionSlate> slates,
    Trustees trustees,
    CredentialRoll roll,
    boolean certified,
    VartimeBase generator,
    VartimeBase publicKey) {

  Group group() {
    return election.group();
  }

  DirectChecks directChecks() {
    return new DirectChecks(group(), generator, publicKey);
  }

  DirectChecks hintingChecks() {
    return DirectChecks.hinting(group(), generator, publicKey);
  }

  /// Checks 4 to 9 and 36 over the documents of the set-up event.
  static Setup read(Entry entry, CheckCounts counts) throws Fault {
    boolean certified = demandReferences(entry).certificate().isPresent();
    List<Document> documents = entry.documents();
    return of(documents.get(0), documents.get(1), documents.get(2), counts).with(certified);
  }

  /// Checks 5 to 9 and 36 over the three documents that make an election.
  static Setup of(Document document, Document keys, Document credentials, CheckCounts counts)
      throws Fault {
    Election election;
    List<UnionSlate> slates;
    Optional<CredentialsDeclaration> declared;
    try {
      election = Election.read(document.content());
      slates = UnionSlate.of(election);
      declared = CredentialsDeclaration.of(election);
    } catch (Malformed malformed) {
      throw new Fault(Check.ELECTION, "election " + malformed.where(), malformed.reason());
    }
    counts.add(Check.ELECTION, 1);
    Trustees trustees = trustees(election.group(), keys, counts);
    demandElectionKey(election, trustees);
    counts.add(Check.ELECTION_KEY, 1);
    CredentialRoll roll = roll(election, credentials);
    counts.add(Check.CREDENTIALS, roll.size());
    if (declared.isPresent()) {
      demandDeclared(declared.get(), credentials);
      counts.add(Check.DECLARED_CREDENTIALS, 1);
    }
    Group group = election.group();
    return new Setup(
        election,
        Election.fingerprint(document.content()),
        slates,
        trustees,
        roll,
        false,
        group.vartimeWideBase(group.generator()),
        group.vartimeWideBase(election.publicKey()));
  }

  private Setup with(boolean aCertificate) {
    return new Setup(
        election, fingerprint, slates, trustees, roll, aCertificate, generator, publicKey);
  }

  private static CredentialRoll roll(Election election, Document credentials) throws Fault {
    try {
      CredentialRoll roll = CredentialRoll.read(election.group(), credentials.content());
      demandNoWeights(election, roll);
      return roll;
    } catch (Malformed malformed) {
      throw new Fault(Check.CREDENTIALS, "credentials " + malformed.where(), malformed.reason());
    }
  }

  private static void demandDeclared(CredentialsDeclaration declared, Document credentials)
      throws Fault {
    if (!declared.sha256().equals(credentials.hash())) {
      throw new Fault(
          Check.DECLARED_CREDENTIALS, "credentials", "they are not those that the election names");
    }
  }

  private static void demandNoWeights(Election election, CredentialRoll roll) throws Fault {
    boolean shuffled =
        election.questions().stream().anyMatch(q -> q instanceof Question.NonHomomorphic);
    if (shuffled && roll.totalWeight() != roll.size()) {
      throw new Fault(
          Check.CREDENTIALS, "credentials", "where answers are shuffled all weights must be 1");
    }
  }

  private static SetupData demandReferences(Entry entry) throws Fault {
    List<Document> documents = entry.documents();
    try {
      SetupData setup = SetupData.read(entry.payload().content());
      boolean referred =
          setup.election().equals(documents.get(0).hash())
              && setup.trustees().equals(documents.get(1).hash())
              && setup.credentials().equals(documents.get(2).hash())
              && setup.certificate().isPresent() == (documents.size() == 5)
              && setup.certificate().stream().allMatch(documents.get(3).hash()::equals);
      if (!referred) {
        throw new Fault(Check.ORDER, "set-up", "it names other documents than those before it");
      }
      return setup;
    } catch (Malformed malformed) {
      throw new Fault(Check.ORDER, "set-up " + malformed.where(), malformed.reason());
    }
  }

  private static Trustees trustees(Group group, Document document, CheckCounts counts)
      throws Fault {
    try {
      Trustees trustees = Trustees.read(group, document.content());
      int number = 1;
      for (Trustees.Item item : trustees.items()) {
        switch (item) {
          case Trustees.Single single -> {
            demandKnowledge(group, single.key(), number);
            counts.add(Check.TRUSTEE_KEYS, 1);
          }
          case Trustees.Threshold threshold -> {
            demandThreshold(group, threshold, number);
            counts.add(Check.THRESHOLD_KEYS, threshold.keys().size());
          }
        }
        number += item.keys().size();
      }
      return trustees;
    } catch (Malformed malformed) {
      throw new Fault(Check.TRUSTEE_KEYS, "trustees " + malformed.where(), malformed.reason());
    }
  }

  private static void demandKnowledge(Group group, TrusteePublicKey key, int number) throws Fault {
    if (!key.pokHolds(group)) {
      throw new Fault(
          Check.TRUSTEE_KEYS, "trustee " + number, "the proof of knowledge of the key fails");
    }
  }

  private static void demandThreshold(Group group, Trustees.Threshold threshold, int number)
      throws Fault, Malformed {
    List<String> faults = threshold.parameters().faults(group);
    if (!faults.isEmpty()) {
      String where = "trustees from number " + number;
      throw new Fault(Check.THRESHOLD_KEYS, where, faults.toArray(String[]::new));
    }
  }

  private static void demandElectionKey(Election election, Trustees trustees) throws Fault {
    try {
      if (!trustees.electionKey(election.group()).equals(election.publicKey())) {
        throw new Fault(
            Check.ELECTION_KEY, "election", "the key is not the product of the trustees' keys");
      }
    } catch (Malformed malformed) {
      throw new Fault(Check.THRESHOLD_KEYS, "trustees " + malformed.where(), malformed.reason());
    }
  }
}
