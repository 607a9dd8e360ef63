package org.zhijia.ballot.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.belenios.v1.Answer;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.Malformed;

/// The ballots so far: who has voted, with which ballot last, and the sum of the last ballots.
///
/// A revote takes the replaced ballot out of the sum again. That a ballot comes twice can only be
/// seen on a revote, since a ballot names its credential; so only revotes are remembered.
final class BallotBox {
  private static final int NONE = -1;

  private final Setup setup;
  private Tally tally;
  private long ballots;

  /// Earlier ballots of credentials that voted again, as linked lists: the newest of credential c
  /// is at heads[c], each points to the one before. Laid out on the first revote.
  private int[] heads = {};

  private long[] replaced = new long[8];
  private int[] before = new int[8];
  private int revotes;

  BallotBox(Setup setup) {
    this.setup = setup;
    this.tally = Tally.ofNothing(setup.group(), setup.election().questions());
  }

  Setup setup() {
    return setup;
  }

  /// Sum of each credential's last ballot.
  Tally tally() {
    return tally;
  }

  /// The tally to be published.
  EncryptedTally encrypted() {
    return tally.encrypted(setup.group(), setup.election().questions());
  }

  long ballots() {
    return ballots;
  }

  /// Adds a sum of accepted ballots; which of them replace others is told one by one after.
  void addSum(Tally sum) {
    tally = tally.plus(sum);
  }

  /// Notes whose ballot lies where, in the order of the archive, and takes out what it replaces.
  void note(ArchiveReader reader, int credential, Document ballot, String name)
      throws IOException, ArchiveFault, Fault {
    demandNotCast(reader, credential, ballot.hash(), name);
    long last = setup.roll().lastBallot(credential);
    if (last >= 0) {
      tally = tally.minus(replaced(reader.at(last), credential, name));
      remember(credential, last);
    }
    setup.roll().lastBallot(credential, ballot.position());
    ballots++;
  }

  /// A checkpoint says where it lies, and a checkpoint can be wrong.
  private Tally replaced(Document ballot, int credential, String name) throws Fault {
    try {
      return tallyOf(setup, ballot, setup.roll().weight(credential));
    } catch (Malformed changed) {
      throw new Fault(
          Check.RECORDS,
          name,
          "the ballot that it replaces is not where it was: archive or checkpoint were changed");
    }
  }

  /// No ballot of this credential has this hash yet.
  void demandNotCast(ArchiveReader reader, int credential, String hash, String name)
      throws IOException, ArchiveFault, Fault {
    long last = setup.roll().lastBallot(credential);
    boolean repeated = last >= 0 && reader.at(last).hash().equals(hash);
    int link = heads.length == 0 ? NONE : heads[credential];
    while (!repeated && link != NONE) {
      repeated = reader.at(replaced[link]).hash().equals(hash);
      link = before[link];
    }
    if (repeated) {
      throw castBefore(name);
    }
  }

  static Fault castBefore(String name) {
    return new Fault(Check.BALLOT_ONCE, name, "the same ballot was cast before");
  }

  private void remember(int credential, long position) {
    if (heads.length == 0) {
      heads = new int[setup.roll().size()];
      Arrays.fill(heads, NONE);
    }
    if (revotes == replaced.length) {
      replaced = Arrays.copyOf(replaced, 2 * revotes);
      before = Arrays.copyOf(before, 2 * revotes);
    }
    replaced[revotes] = position;
    before[revotes] = heads[credential];
    heads[credential] = revotes++;
  }

  /// A ballot that was checked before, as a sum of one.
  ///
  /// @throws Malformed if it is none
  static Tally tallyOf(Setup setup, Document document, long weight) throws Malformed {
    Group group = setup.group();
    Ballot ballot = Ballot.read(group, setup.election().questions(), document.content());
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (Answer answer : ballot.answers()) {
      List<Ciphertext> row = new ArrayList<>();
      for (Ciphertext.Encoded choice : answer.choices()) {
        row.add(new Ciphertext(decode(group, choice.alpha()), decode(group, choice.beta())));
      }
      rows.add(row);
    }
    return Tally.ofOne(group, setup.election().questions(), rows, weight);
  }

  private static Element decode(Group group, String text) throws Malformed {
    return group
        .element(text)
        .orElseThrow(() -> new Malformed("$", "not the canonical encoding of a group element"));
  }

  /// What a checkpoint keeps of the box.
  Checkpoint.Box save() {
    List<Checkpoint.Cast> last = new ArrayList<>();
    List<Checkpoint.Cast> earlier = new ArrayList<>();
    for (int credential = 0; credential < setup.roll().size(); credential++) {
      if (setup.roll().lastBallot(credential) >= 0) {
        last.add(new Checkpoint.Cast(credential, setup.roll().lastBallot(credential)));
      }
      for (int link = heads.length == 0 ? NONE : heads[credential];
          link != NONE;
          link = before[link]) {
        earlier.add(new Checkpoint.Cast(credential, replaced[link]));
      }
    }
    return new Checkpoint.Box(ballots, encrypted(), last, earlier.reversed());
  }

  void restore(Checkpoint.Box box) {
    ballots = box.ballots();
    long weight = 0;
    for (Checkpoint.Cast cast : box.last()) {
      setup.roll().lastBallot(cast.credential(), cast.position());
      weight += setup.roll().weight(cast.credential());
    }
    box.earlier().forEach(cast -> remember(cast.credential(), cast.position()));
    tally = Tally.of(box.tally(), setup.election().questions(), box.last().size(), weight);
  }
}
