package org.zhijia.election;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.ballot.belenios.v1.Certificate;
import org.zhijia.ballot.belenios.v1.ThresholdKey;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.trustee.CeremonyFault;
import org.zhijia.ballot.trustee.Polynomial;
import org.zhijia.ballot.trustee.ThresholdCeremony;
import org.zhijia.ballot.trustee.ThresholdShare;
import org.zhijia.identity.Account;
import org.zhijia.identity.Accounts;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// The scrutineers' key ceremony. Keys are made in their browsers; the server carries the public
/// messages from one to the others and checks each before it passes it on.
@Service
class Ceremony {
  static final Group GROUP = Ed25519.group();
  private static final int MOST = 9;

  private final AssemblyStore store;
  private final Assemblies assemblies;
  private final Accounts accounts;
  private final Permit permit;

  Ceremony(AssemblyStore store, Assemblies assemblies, Accounts accounts, Permit permit) {
    this.store = store;
    this.assemblies = assemblies;
    this.accounts = accounts;
    this.permit = permit;
  }

  /// The three rounds, each after all messages of the one before.
  enum Round {
    CERTIFICATE,
    POLYNOMIAL,
    SHARE;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    Optional<String> of(Scrutineer scrutineer) {
      return switch (this) {
        case CERTIFICATE -> scrutineer.certificate();
        case POLYNOMIAL -> scrutineer.polynomial();
        case SHARE -> scrutineer.share();
      };
    }
  }

  /// Names those who will hold the key, the chief first. Messages of an unfinished ceremony are
  /// dropped; a finished one is not begun anew.
  ///
  /// @param signInNames of accounts
  @Transactional
  Decision appoint(long assembly, List<String> signInNames, int threshold) {
    Assembly of = assemblies.demand(assembly, Task.RUN_CONGRESS);
    if (of.keyMade()) {
      return Decision.refused(
          "KEY_MADE",
          "密钥已经生成，监票人不能再改；如需更换，请取消未开票的选举后重新开始。",
          "The key is made; scrutineers cannot be changed any more.");
    }
    List<Scrutineer> named = new ArrayList<>();
    for (String name : signInNames.stream().map(String::strip).distinct().toList()) {
      Optional<Account> account = accounts.named(name);
      if (account.isEmpty()) {
        return Decision.refused(
            "NO_ACCOUNT", "没有登录名“%s”。", "There is no sign-in name \"%s\".", name);
      }
      named.add(scrutineer(named.size() + 1, account.get()));
    }
    if (named.isEmpty() || named.size() > MOST || threshold < 1 || threshold > named.size()) {
      return Decision.refused(
          "THRESHOLD",
          "监票人 %d 名，开票所需人数 %d：应为 1 到 %d 名监票人，所需人数不超过监票人数。",
          "%d scrutineers, %d needed: there are 1 to %d, and not more are needed than there are.",
          named.size(),
          threshold,
          MOST);
    }
    store.replaceScrutineers(assembly, threshold, named);
    return Decision.granted();
  }

  private static Scrutineer scrutineer(int place, Account account) {
    return new Scrutineer(
        place,
        account.id(),
        account.name(),
        place == 1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The scrutineer who acts in this request.
  ///
  /// @throws NotThere if the actor is none of this assembly
  Scrutineer me(long assembly) {
    long account = permit.signedIn().account();
    return store.scrutineers(assembly).stream()
        .filter(each -> each.account() == account)
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Takes a message of the actor; the last one of the last round makes the key.
  @Transactional
  Decision take(long assembly, Round round, String text) {
    store.lock(assembly);
    Scrutineer me = me(assembly);
    List<Scrutineer> all = store.scrutineers(assembly);
    Assembly of = store.find(assembly).orElseThrow(NotThere::new);
    if (round.of(me).filter(text::equals).isPresent()) {
      return Decision.granted(); // the answer to it was lost on the way
    }
    if (round.of(me).isPresent()) {
      return Decision.refused("SENT", "这一步您已经完成。", "You have done this step already.");
    }
    for (Round before : Round.values()) {
      if (before.compareTo(round) < 0 && all.stream().anyMatch(each -> before.of(each).isEmpty())) {
        return Decision.refused(
            "NOT_YET", "还在等其他监票人完成上一步。", "Other scrutineers have not done the step before yet.");
      }
    }
    try {
      demandWellFormed(of, me, all.size(), round, text);
      store.message(assembly, me.place(), round, text);
      makeKey(assembly);
      return Decision.granted();
    } catch (Malformed | CeremonyFault wrong) {
      return Decision.refused(
          "MESSAGE_WRONG",
          "这条密钥信息没有通过检查（%s）。请刷新页面后重做这一步。",
          "The message does not pass its check (%s). Reload the page and repeat this step.",
          String.valueOf(wrong.getMessage()));
    }
  }

  private static void demandWellFormed(
      Assembly of, Scrutineer me, int size, Round round, String text) throws Malformed {
    JsonNode node = node(text);
    switch (round) {
      case CERTIFICATE -> {
        Certificate certificate = Certificate.read(GROUP, node);
        var place = new Certificate.Context(GROUP.name(), size, of.threshold(), me.place());
        if (!certificate.context().equals(place) || !certificate.signatureHolds(GROUP)) {
          throw new Malformed("$", "the certificate is not for this place in this ceremony");
        }
      }
      case POLYNOMIAL -> Polynomial.read(GROUP, node);
      case SHARE -> ThresholdShare.read(GROUP, node);
    }
  }

  private void makeKey(long assembly) throws Malformed, CeremonyFault {
    List<Scrutineer> all = store.scrutineers(assembly);
    if (all.stream().anyMatch(each -> each.share().isEmpty())) {
      return;
    }
    List<Certificate> certificates = new ArrayList<>();
    List<Polynomial> polynomials = new ArrayList<>();
    List<ThresholdShare> shares = new ArrayList<>();
    for (Scrutineer each : all) {
      certificates.add(Certificate.read(GROUP, node(each, Scrutineer::certificate)));
      polynomials.add(Polynomial.read(GROUP, node(each, Scrutineer::polynomial)));
      shares.add(ThresholdShare.read(GROUP, node(each, Scrutineer::share)));
    }
    ThresholdKey key = new ThresholdCeremony(GROUP, certificates).key(polynomials, shares);
    Trustees trustees = new Trustees(List.of(new Trustees.Threshold(key)));
    store.keyMade(assembly, new String(JsonText.bytesOf(trustees), StandardCharsets.UTF_8));
  }

  private static JsonNode node(Scrutineer of, Function<Scrutineer, Optional<String>> message)
      throws Malformed {
    return node(message.apply(of).orElseThrow());
  }

  private static JsonNode node(String text) throws Malformed {
    return JsonNode.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
