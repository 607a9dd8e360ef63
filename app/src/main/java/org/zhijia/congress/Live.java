package org.zhijia.congress;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages that something of a congress has changed; they fetch what they show anew.
///
/// After the commit, and never more than once in [#PAUSE] for one congress: five hundred arrivals
/// in a minute are not five hundred messages to five hundred telephones. What is sent holds
/// nothing, so that anybody may listen.
///
/// At a fixed rate: tasks with a fixed delay share one thread in the whole server, and one of them
/// adds up the ballots of a box that closes.
@Component
class Live {
  private static final long PAUSE = 250;
  private static final long HEARTBEAT = 15_000;
  private static final long LONGEST = 30 * 60_000L;

  private final Map<Long, Set<SseEmitter>> telephones = new ConcurrentHashMap<>();
  private final Map<Long, Set<SseEmitter>> screens = new ConcurrentHashMap<>();
  private final Map<Long, Long> versions = new ConcurrentHashMap<>();
  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final Set<Long> counted = ConcurrentHashMap.newKeySet();

  /// For telephones and desks.
  SseEmitter listen(long congress) {
    return listen(congress, telephones);
  }

  /// For big screens, which count ballots along.
  SseEmitter watch(long congress) {
    return listen(congress, screens);
  }

  private static SseEmitter listen(long congress, Map<Long, Set<SseEmitter>> listeners) {
    SseEmitter emitter = new SseEmitter(LONGEST);
    Set<SseEmitter> others =
        listeners.computeIfAbsent(congress, _ -> ConcurrentHashMap.newKeySet());
    others.add(emitter);
    emitter.onCompletion(() -> others.remove(emitter));
    emitter.onTimeout(emitter::complete);
    emitter.onError(_ -> others.remove(emitter));
    return emitter;
  }

  /// Within a transaction: once it is committed.
  void changed(long congress) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      happened(congress);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            happened(congress);
          }
        });
  }

  private void happened(long congress) {
    versions.merge(congress, 1L, Long::sum);
    changed.add(congress);
  }

  /// A ballot came in. Five hundred telephones that show no count need not be woken five hundred
  /// times.
  void counted(long congress) {
    counted.add(congress);
  }

  /// Grows with every change since the start, and as ballots come in.
  long version(long congress) {
    return versions.getOrDefault(congress, 0L);
  }

  @Scheduled(fixedRate = PAUSE)
  void tell() {
    for (Long congress : List.copyOf(counted)) {
      counted.remove(congress);
      versions.merge(congress, 1L, Long::sum);
      send(congress, screens, changed());
    }
    for (Long congress : List.copyOf(changed)) {
      changed.remove(congress);
      send(congress, telephones, changed());
      send(congress, screens, changed());
    }
  }

  private static SseEmitter.SseEventBuilder changed() {
    return SseEmitter.event().name("changed").data("");
  }

  /// Keeps proxies from closing a connection that is quiet, and finds those that are gone.
  @Scheduled(fixedRate = HEARTBEAT)
  void beat() {
    for (var listeners : List.of(telephones, screens)) {
      for (Long congress : listeners.keySet()) {
        send(congress, listeners, SseEmitter.event().comment(""));
      }
    }
  }

  private static void send(
      long congress, Map<Long, Set<SseEmitter>> listeners, SseEmitter.SseEventBuilder event) {
    Set<SseEmitter> audience = listeners.getOrDefault(congress, Set.of());
    var parts = event.build();
    // One that does not read must not keep the others waiting.
    audience.forEach(
        each ->
            Thread.startVirtualThread(
                () -> {
                  try {
                    each.send(parts);
                  } catch (IOException | IllegalStateException gone) {
                    audience.remove(each);
                  }
                }));
  }
}
