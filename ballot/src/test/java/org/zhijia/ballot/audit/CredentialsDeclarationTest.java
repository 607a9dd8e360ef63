package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.json.Malformed;

/// What counts as naming the list; `watch.test.mjs` has the same descriptions for the browsers.
class CredentialsDeclarationTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String LINE = "zhijia-credentials/1 sha256=" + HASH;

  private static Optional<CredentialsDeclaration> in(String description) throws Malformed {
    Question question = new Question.Homomorphic("决议", List.of("赞成", "反对"), true, 1, 1);
    return CredentialsDeclaration.of(
        new Election(
            description.replace("LINE", LINE),
            "选举",
            SmallElection.GROUP,
            SmallElection.GROUP.generator(),
            List.of(question),
            "ZhijiaWatched1",
            Optional.empty(),
            Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LINE", "a\nLINE", "LINE\r\nb", "a\rLINE\rb", "LINE\n"})
  void aLineOfItsOwnDeclares(String description) throws Malformed {
    assertThat(in(description)).contains(new CredentialsDeclaration(HASH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " LINE", "a LINE", "a\u2028LINE", "a\u0085LINE", "a\fLINE"})
  void whatDoesNotBeginALineDeclaresNothing(String description) throws Malformed {
    assertThat(in(description)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LINE ", "LINE0", "LINE\nLINE", "LINE\u2028b", "LINE\u0085b", "LINE\t"})
  void anythingElseIsRefused(String description) {
    assertThatThrownBy(() -> in(description)).isInstanceOf(Malformed.class);
  }

  @Test
  void aDescriptionNamesOneListOnly() throws Malformed {
    byte[] list = "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String named = CredentialsDeclaration.of(list).after("甲");
    assertThat(in(named)).contains(CredentialsDeclaration.of(list));
    assertThatThrownBy(() -> CredentialsDeclaration.of(list).after(named))
        .isInstanceOf(Malformed.class);
  }
}
