package org.zhijia.ballot.archive;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zhijia.ballot.belenios.v1.Event;

/// Which event may follow which, and how many documents each seals.
///
/// Set-up, ballots, their end, the tally, shuffles and their end, partial decryptions, the result:
/// nothing is left out but ballots, and shuffles where there is nothing to shuffle; nothing comes
/// back. Source: Belenios specification 3.1, section 4.4.
final class EventOrder {
  private EventOrder() {}

  static Set<Event.Type> after(Optional<Event.Type> last) {
    if (last.isEmpty()) {
      return EnumSet.of(Event.Type.SETUP);
    }
    return switch (last.get()) {
      case SETUP, BALLOT -> EnumSet.of(Event.Type.BALLOT, Event.Type.END_BALLOTS);
      case END_BALLOTS -> EnumSet.of(Event.Type.ENCRYPTED_TALLY);
      case ENCRYPTED_TALLY -> EnumSet.of(Event.Type.SHUFFLE, Event.Type.PARTIAL_DECRYPTION);
      case SHUFFLE -> EnumSet.of(Event.Type.SHUFFLE, Event.Type.END_SHUFFLES);
      case END_SHUFFLES -> EnumSet.of(Event.Type.PARTIAL_DECRYPTION);
      case PARTIAL_DECRYPTION -> EnumSet.of(Event.Type.PARTIAL_DECRYPTION, Event.Type.RESULT);
      case RESULT -> EnumSet.noneOf(Event.Type.class);
    };
  }

  /// Election, trustees, credentials, perhaps the authority's certificate, and the set-up itself;
  /// a tally and its size; a shuffle or a partial decryption and its owner.
  static boolean fits(Event.Type type, int documents) {
    return switch (type) {
      case SETUP -> documents == 4 || documents == 5;
      case BALLOT, RESULT -> documents == 1;
      case END_BALLOTS, END_SHUFFLES -> documents == 0;
      case ENCRYPTED_TALLY, SHUFFLE, PARTIAL_DECRYPTION -> documents == 2;
    };
  }

  /// No event seals more documents than this.
  static final int MOST_DOCUMENTS = 5;
}
