package org.zhijia.election;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.ballot.shuffle.ShuffleChecks;

/// Between the closing of a box and its opening: what is decrypted ballot by ballot loses its order
/// first. Scrutineers shuffle one after another, each over what the one before gave, until as many
/// have done so as can open the box together; why so many: decision 0022.
@Service
class Shuffles {
  private final PollStore polls;
  private final AssemblyStore assemblies;
  private final ShuffleStore store;
  private final Ceremony ceremony;
  private final Admissions admissions;
  private final TransactionTemplate transaction;

  Shuffles(
      PollStore polls,
      AssemblyStore assemblies,
      ShuffleStore store,
      Ceremony ceremony,
      Admissions admissions,
      TransactionTemplate transaction) {
    this.polls = polls;
    this.assemblies = assemblies;
    this.store = store;
    this.ceremony = ceremony;
    this.admissions = admissions;
    this.transaction = transaction;
  }

  /// How far the shuffling of a vote is.
  ///
  /// @param places of the scrutineers who have shuffled, in their order
  /// @param needed how many have to
  record Progress(List<Integer> places, int needed) {
    Progress {
      places = List.copyOf(places);
    }

    boolean ended() {
      return places.size() >= needed;
    }
  }

  /// Empty where nothing is shuffled: on paper alone, or without write-ins.
  Optional<Progress> progress(PollRow row) {
    if (!row.writeIn() || !row.isElectronic()) {
      return Optional.empty();
    }
    List<Integer> places =
        store.turns(row.poll().id()).stream().map(ShuffleStore.Turn::place).toList();
    int threshold = assemblies.find(row.poll().assembly()).orElseThrow().threshold();
    return Optional.of(new Progress(places, threshold));
  }

  /// SHA-256 of what is shuffled or decrypted next; empty until the box is closed.
  Optional<String> tallyHash(PollRow row) {
    List<ShuffleStore.Turn> turns = store.turns(row.poll().id());
    return row.tally()
        .map(
            tally ->
                turns.isEmpty()
                    ? Sha256.hex(BallotPapers.bytes(tally.encrypted()))
                    : turns.getLast().tallySha256());
  }

  /// What is shuffled or decrypted next, of a closed box.
  EncryptedTally tally(PollRow row) throws Malformed {
    List<Question> questions = Archives.questions(row);
    EncryptedTally closed =
        EncryptedTally.read(
            Ceremony.GROUP, questions, BallotPapers.bytes(row.tally().orElseThrow().encrypted()));
    Optional<ShuffleStore.Shuffled> last = store.last(row.poll().id());
    if (last.isEmpty()) {
      return closed;
    }
    byte[] body = BallotPapers.bytes(last.get().body());
    Shuffle shuffle = Shuffle.read(Ceremony.GROUP, closed.answers(questions), body);
    return closed.shuffled(questions, shuffle.ciphertexts());
  }

  /// Takes a scrutineer's shuffle. The proof is checked first, which takes seconds in a large
  /// meeting, and the vote is held only for the moment of writing.
  ///
  /// @param base SHA-256 of the tally over which it was made
  Decision take(PollRow row, String base, String text) {
    Scrutineer me = ceremony.me(row.poll().assembly());
    if (store.of(row.poll().id(), me.place()).filter(text::equals).isPresent()) {
      return Decision.granted(); // the answer to it was lost on the way
    }
    Optional<Decision> refusal = refusal(row, me, base);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Checked checked = admissions.calculate(() -> check(row, text));
    return switch (checked) {
      // Another shuffle that came meanwhile is the likelier reason.
      case Checked.Wrong wrong -> refusal(row, me, base).orElse(wrong.decision());
      case Checked.Right right ->
          transaction.execute(
              _ -> put(row.poll().id(), me, base, new Made(text, right.tallySha256())));
    };
  }

  private record Made(String text, String tallySha256) {}

  private Decision put(long poll, Scrutineer me, String base, Made made) {
    polls.lock(poll);
    Optional<Decision> refusal = refusal(polls.find(poll).orElseThrow(), me, base);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    store.add(poll, new ShuffleStore.Turn(me.place(), made.tallySha256()), made.text());
    return Decision.granted();
  }

  /// Why no shuffle of this scrutineer over this tally is taken now.
  private Optional<Decision> refusal(PollRow row, Scrutineer me, String base) {
    Optional<Progress> progress = progress(row);
    if (progress.isEmpty() || row.tally().isEmpty() || row.poll().stage() != Stage.CLOSED) {
      return Optional.of(
          Decision.refused("NOT_DUE", "现在没有要打乱顺序的选票。", "There is no closed box to shuffle now."));
    }
    if (progress.get().places().contains(me.place())) {
      return Optional.of(
          Decision.refused(
              "SHUFFLED",
              "您已经打乱过这次投票的顺序，每位监票人只做一次。",
              "You have shuffled this vote already; each scrutineer does so once."));
    }
    if (progress.get().ended()) {
      return Optional.of(
          Decision.refused(
              "SHUFFLES_ENDED",
              "已有 %d 名监票人打乱过顺序，人数够了，可以开票。",
              "%d scrutineers have shuffled, which is enough; the box can be opened.",
              progress.get().places().size()));
    }
    Optional<Decision> few = tooFew(row, assemblies.find(row.poll().assembly()).orElseThrow());
    if (few.isPresent()) {
      return few;
    }
    return tallyHash(row).filter(base::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            Decision.refused(
                "SHUFFLE_STALE",
                "另一位监票人先打乱了顺序，您这一份接不上了。请再做一次。",
                "Another scrutineer was faster; yours does not follow it. Please do it again."));
  }

  /// Fewer ballots than are opened at all.
  static Optional<Decision> tooFew(PollRow row, Assembly of) {
    int tallied = row.tally().orElseThrow().tallied();
    return tallied >= of.minimum()
        ? Optional.empty()
        : Optional.of(
            Decision.refused(
                "TOO_FEW_BALLOTS",
                "只有 %d 张选票，少于 %d 张，开启会暴露个人选择。",
                "%d ballots, fewer than %d: opening them would tell votes.",
                tallied,
                of.minimum()));
  }

  /// Why a box cannot be decrypted yet.
  Optional<Decision> stillDue(PollRow row) {
    return progress(row)
        .filter(progress -> !progress.ended())
        .map(
            progress ->
                Decision.refused(
                    "NOT_SHUFFLED",
                    "另选他人的名字要先打乱顺序再解密：需要 %d 名监票人依次打乱，已有 %d 名。",
                    "Write-ins are shuffled before they are decrypted: %d scrutineers have to, %d"
                        + " have done so.",
                    progress.needed(),
                    progress.places().size()));
  }

  private sealed interface Checked {
    record Right(String tallySha256) implements Checked {}

    record Wrong(Decision decision) implements Checked {}
  }

  private Checked check(PollRow row, String text) {
    try {
      byte[] document = BallotPapers.bytes(text);
      Election election = Archives.election(row);
      EncryptedTally tally = tally(row);
      List<List<Ciphertext>> before = tally.answers(election.questions());
      Shuffle shuffle = Shuffle.read(Ceremony.GROUP, before, document);
      if (!Arrays.equals(JsonText.bytesOf(shuffle), document)) {
        throw new Malformed("$", "not in canonical form");
      }
      String fingerprint = row.setup().orElseThrow().fingerprint();
      if (new ShuffleChecks(election, fingerprint).firstFailure(before, shuffle).isPresent()) {
        return new Checked.Wrong(
            Decision.refused(
                "SHUFFLE_WRONG",
                "这份打乱的选票没有通过检查，没有采用。",
                "This shuffle's proof does not hold; it is not used."));
      }
      byte[] after = tally.shuffled(election.questions(), shuffle.ciphertexts()).bytes();
      return new Checked.Right(Sha256.hex(after));
    } catch (Malformed malformed) {
      return new Checked.Wrong(
          Decision.refused(
              "SHUFFLE_MALFORMED",
              "这份打乱的选票无法读取（%s）。",
              "This shuffle cannot be read (%s).",
              malformed.reason()));
    }
  }
}
