package org.zhijia.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.registry.ElectedPosts;
import org.zhijia.registry.Members;
import org.zhijia.registry.Office;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;

/// What comes after a congress: its officers in the register, its dossier.
final class Aftermath {
  private final TestCongress congress;
  private final TestServer server;
  private final Visitor secretary;
  private final String at;
  private final ElectedPosts posts;
  private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"));

  Aftermath(TestCongress congress) {
    this.congress = congress;
    this.server = congress.server;
    this.secretary = congress.secretary;
    this.at = congress.at;
    this.posts = server.bean(ElectedPosts.class);
  }

  void thePostsAreInForce() {
    Organisation union = congress.union;
    assertThat(posts.of(union.id(), today)).hasSize(4).allMatch(ElectedPosts.Held::approved);
    assertThat(secretary.get("/organisations/" + union.id()).body()).doesNotContain("前任主席");
    assertThat(secretary.get(at + "/officers").body()).contains(">在任<").doesNotContain(">待批<");
  }

  /// Who is on no roster is named; of two namesakes the number tells; nothing is entered twice.
  void enterThePosts() {
    Organisation union = congress.union;
    long before = congress.member("前任主席");
    server
        .bean(Organisations.class)
        .post(
            new Organisations.Posting(
                union.id(), before, Office.CHAIR, LocalDate.of(2021, 5, 1), null));
    assertThat(enter("years", "5")).contains("会员名册里没有“代表甲”");
    long meant = congress.member("代表甲");
    congress.member("代表甲");
    assertThat(enter("years", "5")).contains("名册里有 2 位“代表甲”");
    String number = server.bean(Members.class).belonging(meant).orElseThrow().number();
    for (int i = 0; i < 2; i++) {
      Answer entered = secretary.post(at + "/officers", "years", "5", "number-代表甲", number);
      assertThat(entered.status()).as(entered.body()).isEqualTo(302);
    }
    assertThat(posts.of(union.id(), today))
        .containsExactlyInAnyOrder(
            new ElectedPosts.Held(meant, Office.COMMITTEE_MEMBER, false),
            new ElectedPosts.Held(meant, Office.AUDIT_MEMBER, false),
            new ElectedPosts.Held(meant, Office.CHAIR, false),
            new ElectedPosts.Held(meant, Office.AUDIT_CHAIR, false));
    assertThat(secretary.get("/organisations/" + union.id()).body()).contains("前任主席");
  }

  private String enter(String... fields) {
    Answer refused = secretary.post(at + "/officers", fields);
    assertThat(refused.status()).isEqualTo(422);
    return refused.body();
  }

  /// Every file is in the list of hashes with its own, and drafts stay out.
  void keepTheDossier() {
    Map<String, byte[]> files = unzipped(secretary.get(at + "/dossier").raw());
    String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
    assertThat(sums.lines())
        .containsExactlyElementsOf(
            files.entrySet().stream()
                .map(each -> Sha256.hex(each.getValue()) + "  " + each.getKey())
                .toList());
    assertThat(files.keySet())
        .contains("README.txt", "record.json", "documents/01-announcement.pdf")
        .noneMatch(name -> name.contains("minutes"));
    assertThat(new String(files.get("record.json"), StandardCharsets.UTF_8))
        .contains("青工批〔2026〕9号", "\"stage\" : \"ARCHIVE\"", "\"adopted\" : \"true\"");
    assertThat(secretary.get(at + "/dossier").raw())
        .isEqualTo(secretary.get(at + "/dossier").raw());
    assertThat(congress.usher.get(at + "/dossier").status()).isEqualTo(404);
  }

  private static Map<String, byte[]> unzipped(byte[] file) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return files;
  }
}
