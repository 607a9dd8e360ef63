package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijia.testing.Printed;
import org.zhijia.testing.Visitor.Answer;

/// Delegates' cards as a file, over HTTP.
class CardStory {
  private final TestCongress congress = TestCongress.prepared("卡片印刷厂工会");

  @Test
  void theSecretaryPrintsAllCardsOrOne() {
    List<Delegate> all = congress.delegates();
    Answer answer = congress.secretary.get(congress.at + "/cards.pdf");
    assertThat(answer.status()).isEqualTo(200);
    Printed printed = new Printed(answer.raw());
    assertThat(printed.pages()).isEqualTo(3);
    assertThat(printed.symbols().stream().map(CardCodes::read))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Delegate::code).toList());

    Delegate one = all.getFirst();
    Printed single =
        new Printed(congress.secretary.get(congress.at + "/cards.pdf?only=" + one.id()).raw());
    assertThat(single.pages()).isEqualTo(1);
    assertThat(single.text()).contains(one.name()).doesNotContain(all.get(1).name());
    assertThat(single.symbols().stream().map(CardCodes::read)).containsExactly(one.code());
  }

  @Test
  void nobodyElseGetsTheCodesAndWhoeverLeftHasNoCard() {
    assertThat(congress.usher.get(congress.at + "/cards.pdf").status()).isEqualTo(404);
    assertThat(congress.clerk.get(congress.at + "/cards.pdf").status()).isEqualTo(404);
    assertThat(congress.server.visitor().get(congress.at + "/cards.pdf").status())
        .isNotEqualTo(200);

    Delegate leaving = congress.delegates().get(6);
    congress.secretary.post(
        congress.at + "/delegates/" + leaving.id() + "/replacement", "because", "调离本单位");
    assertThat(congress.secretary.get(congress.at + "/cards.pdf?only=" + leaving.id()).status())
        .isEqualTo(404);
  }
}
