package org.zhijia.ballot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.archive.Entry;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.CombinedFactors;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.shuffle.ShuffleChecks;

/// Checks 19 to 25 and 32 to 34: from the encrypted tally to the result.
final class TallyCheck {
  private final Setup setup;
  private final CheckCounts counts;
  private final SortedMap<Integer, PartialDecryption> decryptions = new TreeMap<>();
  private final List<Integer> shufflers = new ArrayList<>();
  private Optional<EncryptedTally> tally = Optional.empty();
  private long totalWeight;
  private Optional<Result> result = Optional.empty();

  TallyCheck(Setup setup, CheckCounts counts) {
    this.setup = setup;
    this.counts = counts;
  }

  List<Integer> owners() {
    return List.copyOf(decryptions.keySet());
  }

  List<Integer> shufflers() {
    return List.copyOf(shufflers);
  }

  /// What is to be decrypted, as it was shuffled last.
  Optional<EncryptedTally> tally() {
    return tally;
  }

  Optional<Result> result() {
    return result;
  }

  void tally(Entry entry, Tally expected) throws Fault {
    Document document = entry.documents().get(0);
    try {
      var sized = EncryptedTally.Sized.read(entry.payload().content());
      if (!sized.encryptedTally().equals(document.hash())) {
        throw new Fault(Check.ORDER, "tally", "it names another tally than the one before it");
      }
      if (sized.numTallied() != expected.ballots() || sized.totalWeight() != expected.weight()) {
        throw new Fault(
            Check.TALLY_SIZE,
            "tally",
            "it says " + sized.numTallied() + " ballots of weight " + sized.totalWeight(),
            "there are " + expected.ballots() + " of weight " + expected.weight());
      }
    } catch (Malformed malformed) {
      throw new Fault(Check.TALLY_SIZE, "tally " + malformed.where(), malformed.reason());
    }
    if (expected.ballots() > setup.roll().size()) {
      throw new Fault(Check.TALLY_SIZE, "tally", "more ballots than credentials");
    }
    counts.add(Check.TALLY_SIZE, 1);
    EncryptedTally sum = expected.encrypted(setup.group(), setup.election().questions());
    demandSum(document, sum);
    tally = Optional.of(sum);
    totalWeight = expected.weight();
  }

  void shuffle(Entry entry) throws Fault {
    List<Question> questions = setup.election().questions();
    List<List<Ciphertext>> before = tally.orElseThrow().answers(questions);
    Document document = entry.documents().get(0);
    String where = "shuffle " + (shufflers.size() + 1);
    if (before.isEmpty()) {
      throw new Fault(Check.ORDER, where, "the election has nothing to shuffle");
    }
    Shuffle shuffle;
    int owner;
    try {
      var owned = Shuffle.Owned.read(entry.payload().content());
      owner = owned.owner();
      if (!owned.payload().equals(document.hash())) {
        throw new Fault(Check.ORDER, where, "it names another document than the one before it");
      }
      shuffle = Shuffle.read(setup.group(), before, document.content());
    } catch (Malformed malformed) {
      throw new Fault(Check.SHUFFLE_FORM, where + " " + malformed.where(), malformed.reason());
    }
    if (owner > setup.trustees().keys().size()) {
      throw new Fault(Check.SHUFFLE_FORM, where, "there is no trustee " + owner);
    }
    counts.add(Check.SHUFFLE_FORM, 1);
    Optional<Integer> failure =
        new ShuffleChecks(setup.election(), setup.fingerprint()).firstFailure(before, shuffle);
    if (failure.isPresent()) {
      throw new Fault(
          Check.SHUFFLE_PROOFS,
          where + ", trustee " + owner + ", question " + (failure.get() + 1) + " of those shuffled",
          "the proof does not hold");
    }
    counts.add(Check.SHUFFLE_PROOFS, before.size());
    shufflers.add(owner);
    tally = Optional.of(tally.orElseThrow().shuffled(questions, shuffle.ciphertexts()));
  }

  void decryption(Entry entry) throws Fault {
    EncryptedTally toOpen = tally.orElseThrow();
    if (shufflers.isEmpty() && !toOpen.answers(setup.election().questions()).isEmpty()) {
      throw new Fault(Check.ORDER, "partial decryption 1", "the answers were not shuffled before");
    }
    Document document = entry.documents().get(0);
    String where = "partial decryption " + (decryptions.size() + 1);
    PartialDecryption decryption;
    int owner;
    try {
      var owned = PartialDecryption.Owned.read(entry.payload().content());
      owner = owned.owner();
      if (!owned.payload().equals(document.hash())) {
        throw new Fault(Check.ORDER, where, "it names another document than the one before it");
      }
      decryption =
          PartialDecryption.read(setup.group(), setup.election().questions(), document.content());
      if (!decryption.fits(toOpen)) {
        throw new Malformed("$", "there is not one factor for each ciphertext");
      }
    } catch (Malformed malformed) {
      throw new Fault(Check.DECRYPTION_FORM, where + " " + malformed.where(), malformed.reason());
    }
    List<TrusteePublicKey> keys = setup.trustees().keys();
    if (owner > keys.size() || decryptions.containsKey(owner)) {
      String cause = owner > keys.size() ? "there is no such trustee" : "it decrypted before";
      throw new Fault(Check.DECRYPTION_FORM, where + ", trustee " + owner, cause);
    }
    counts.add(Check.DECRYPTION_FORM, 1);
    demandProofs(owner, keys.get(owner - 1).publicKey(), decryption, toOpen);
    decryptions.put(owner, decryption);
  }

  void result(Entry entry) throws Fault {
    CombinedFactors factors = new CombinedFactors(setup.group(), setup.trustees());
    if (!factors.areEnough(decryptions)) {
      throw new Fault(Check.DECRYPTION_QUORUM, "result", "decrypted only by trustees " + owners());
    }
    counts.add(Check.DECRYPTION_QUORUM, 1);
    Result claimed;
    try {
      claimed = Result.read(setup.election().questions(), entry.payload().content());
    } catch (Malformed malformed) {
      throw new Fault(Check.RESULT_SUMS, "result " + malformed.where(), malformed.reason());
    }
    List<List<Element>> combined = factors.combine(decryptions);
    for (int i = 0; i < combined.size(); i++) {
      if (setup.election().questions().get(i) instanceof Question.NonHomomorphic) {
        demandNumbers(i, claimed.answers().get(i), combined.get(i));
        continue;
      }
      for (int j = 0; j < combined.get(i).size(); j++) {
        demandSum(i, j, claimed.rows().get(i).get(j), combined.get(i).get(j));
      }
    }
    result = Optional.of(claimed);
  }

  private void demandNumbers(int question, List<List<Integer>> claimed, List<Element> factors)
      throws Fault {
    Embedding embedding = setup.group().embedding().orElseThrow();
    List<Ciphertext> row = tally.orElseThrow().rows().get(question);
    String where = "result, answer " + (question + 1);
    if (claimed.size() != row.size()) {
      throw new Fault(
          Check.RESULT_NUMBERS, where, claimed.size() + " rows, " + row.size() + " were shuffled");
    }
    int count = setup.election().questions().get(question).answers().size();
    for (int j = 0; j < row.size(); j++) {
      Element opened = row.get(j).beta().dividedBy(factors.get(j));
      if (!embedding.numbers(opened, count).equals(claimed.get(j))) {
        throw new Fault(
            Check.RESULT_NUMBERS,
            where + ", row " + (j + 1),
            claimed.get(j) + " is not what the answer decrypts to");
      }
    }
    counts.add(Check.RESULT_NUMBERS, row.size());
  }

  private void demandSum(Document document, EncryptedTally expected) throws Fault {
    if (!Arrays.equals(document.content(), expected.bytes())) {
      throw new Fault(Check.TALLY_SUM, "tally", "it is not the sum of the last ballots");
    }
    counts.add(Check.TALLY_SUM, expected.rows().stream().mapToInt(List::size).sum());
  }

  private void demandProofs(
      int owner, Element publicKey, PartialDecryption decryption, EncryptedTally toOpen)
      throws Fault {
    Optional<PartialDecryption.Place> failure =
        decryption.firstFailure(setup.group(), setup.fingerprint(), publicKey, toOpen);
    if (failure.isPresent()) {
      var place = failure.get();
      throw new Fault(
          Check.DECRYPTION_PROOFS,
          "trustee "
              + owner
              + ", answer "
              + (place.question() + 1)
              + ", choice "
              + (place.choice() + 1),
          "the proof does not hold");
    }
    counts.add(Check.DECRYPTION_PROOFS, decryption.proofs().stream().mapToInt(List::size).sum());
  }

  /// g^sum · F = β.
  private void demandSum(int question, int choice, long sum, Element factor) throws Fault {
    String where = "result, answer " + (question + 1) + ", choice " + (choice + 1);
    if (sum > totalWeight) {
      throw new Fault(Check.RESULT_BOUNDS, where, sum + " exceeds the weight of all ballots");
    }
    counts.add(Check.RESULT_BOUNDS, 1);
    Group group = setup.group();
    Element beta = tally.orElseThrow().rows().get(question).get(choice).beta();
    Element opened =
        group
            .vartimeProducts()
            .begin()
            .times(setup.generator(), group.scalar(sum))
            .times(factor)
            .elements()
            .getFirst();
    if (!opened.equals(beta)) {
      throw new Fault(Check.RESULT_SUMS, where, sum + " is not what the tally decrypts to");
    }
    counts.add(Check.RESULT_SUMS, 1);
  }
}
