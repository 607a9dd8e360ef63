package org.zhijia.verify.check;

import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.trustee.Decryption;
import org.zhijia.verify.terminal.Screen;

/// Why a trustee's computer does not decrypt, and what to do.
public final class RefusalText {
  private RefusalText() {}

  public static String of(Screen screen, Decryption.Outcome outcome) {
    return switch (outcome) {
      case Decryption.Outcome.ArchiveFails fails ->
          screen.text(
              "decrypt.archive-fails",
              fails.verdict().check().number(),
              screen.messages().text("check", fails.verdict().check()),
              fails.verdict().where());
      case Decryption.Outcome.NotDue notDue ->
          screen.text("decrypt.not-due", notDue.lastEvent().map(Event.Type::text).orElse("—"));
      case Decryption.Outcome.NotATrustee _ -> screen.text("decrypt.not-a-trustee");
      case Decryption.Outcome.TooFewBallots few ->
          screen.text("decrypt.too-few", few.ballots(), few.minimum());
      case Decryption.Outcome.TooFewOfOneWeight few ->
          screen.text("decrypt.too-few-of-one-weight", few.ballots(), few.minimum());
      case Decryption.Outcome.DecryptedAnotherTally _ -> screen.text("decrypt.another-tally");
      case Decryption.Outcome.Decrypted decrypted -> screen.text("decrypt.done", decrypted.owner());
    };
  }
}
