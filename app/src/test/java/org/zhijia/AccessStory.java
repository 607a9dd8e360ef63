package org.zhijia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhijia.congress.CongressKind;
import org.zhijia.congress.Congresses;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.registry.Members;
import org.zhijia.registry.MembershipState;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Sensitive;
import org.zhijia.statute.BodyKind;
import org.zhijia.testing.Identities;
import org.zhijia.testing.TestServer;
import org.zhijia.testing.Visitor;
import org.zhijia.testing.Visitor.Answer;
import org.zhijia.web.Needs;
import org.zhijia.web.Open;
import org.zhijia.web.SignedIn;
import org.zhijia.web.Task;

/// Every route with every role, as `docs/access.md` says.
class AccessStory {
  private static final Path TABLE = Path.of("../docs/access.md");

  private final TestServer server = TestServer.running();

  /// One route of ours.
  ///
  /// @param task that it needs; none: `open` or `signed in`
  private record Route(RequestMethod method, String pattern, Optional<Task> task, boolean open) {
    /// What a page answers to somebody who may see it. Some are there only for a while, or only for
    /// those whom the meeting appointed.
    List<Integer> answers() {
      boolean bound =
          pattern.startsWith("/polls/{uuid}")
              || pattern.equals("/api/polls/{uuid}/credentials")
              || pattern.startsWith("/scrutiny/{assembly}")
              || pattern.endsWith("/floor/credential")
              || pattern.endsWith("/pictures/{name}");
      return bound ? List.of(200, 302, 404) : List.of(200, 302, 410);
    }

    /// A stream without an end; whoever asks would wait for it.
    boolean isStream() {
      return pattern.endsWith("/live");
    }

    String line() {
      String who = open ? "anybody" : task.map(Task::name).orElse("signed in");
      return "| " + method + " | `" + pattern + "` | " + who + " |";
    }
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.zhijia.")) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                  mapping
                      .getPatternValues()
                      .forEach(pattern -> routes.add(route(method, pattern, handler)));
                }
              }
            });
    routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
    return routes;
  }

  private static Route route(RequestMethod method, String pattern, HandlerMethod handler) {
    boolean said =
        handler.hasMethodAnnotation(Open.class)
            || handler.hasMethodAnnotation(SignedIn.class)
            || handler.hasMethodAnnotation(Needs.class);
    var element = said ? handler.getMethod() : handler.getBeanType();
    Needs needs = AnnotatedElementUtils.findMergedAnnotation(element, Needs.class);
    boolean open = AnnotatedElementUtils.hasAnnotation(element, Open.class);
    boolean signedIn = AnnotatedElementUtils.hasAnnotation(element, SignedIn.class);
    assertThat(open || signedIn || needs != null).as(method + " " + pattern).isTrue();
    return new Route(method, pattern, Optional.ofNullable(needs).map(Needs::value), open);
  }

  @Test
  void theTableInTheDocsIsTheOneInTheCode() throws IOException {
    String routes = routes().stream().map(Route::line).collect(Collectors.joining("\n"));
    String roles =
        Stream.of(Role.values())
            .map(
                role ->
                    "| "
                        + role
                        + " | "
                        + role.tasks().stream()
                            .sorted()
                            .map(Task::name)
                            .collect(Collectors.joining(", "))
                        + " |")
            .collect(Collectors.joining("\n"));
    String page = Files.readString(TABLE);
    String now = between(between(page, "routes", routes), "roles", roles);
    if (Boolean.getBoolean("zhijia.write-docs")) {
      Files.writeString(TABLE, now);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(now);
  }

  private static String between(String page, String name, String lines) {
    String start = "<!-- " + name + " -->\n";
    String end = "\n<!-- /" + name + " -->";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf(end);
    int head = page.indexOf("|---", from);
    int body = page.indexOf('\n', head) + 1;
    return page.substring(0, body) + lines + page.substring(to);
  }

  @Test
  void everyRouteIsRefusedToEveryRoleThatDoesNotHaveItsTask() {
    Fixture own = new Fixture("和平仪表厂工会");
    for (Role role : Role.values()) {
      Visitor visitor = server.signedIn(own.union, role);
      visitor.makeToken("organisations:read", "members:read");
      for (Route route : routes()) {
        boolean may = route.open() || route.task().map(role.tasks()::contains).orElse(true);
        if (!may) {
          assertThat(ask(visitor, route, own).status()).as(role + " " + route).isEqualTo(404);
        } else if (route.method() == RequestMethod.GET && !route.isStream()) {
          assertThat(ask(visitor, route, own).status())
              .as(role + " " + route)
              .isIn(route.answers());
        }
      }
    }
  }

  @Test
  void aVisitorIsSentToSignInWhereverThatIsNeeded() {
    Fixture own = new Fixture("前进轴承厂工会");
    for (Route route :
        routes().stream().filter(each -> !(each.isStream() && each.open())).toList()) {
      Answer answer = ask(server.visitor(), route, own);
      if (!route.open() && route.pattern().startsWith("/api/")) {
        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
      } else if (!route.open()) {
        assertThat(answer.status()).as(route.toString()).isEqualTo(302);
        assertThat(answer.location()).as(route.toString()).endsWith("/sign-in");
      } else if (route.method() == RequestMethod.GET) {
        assertThat(answer.status()).as(route.toString()).isIn(route.answers());
      }
    }
  }

  @Test
  void whatBelongsToAnotherUnionIsNotThere() {
    Fixture own = new Fixture("朝阳印染厂工会");
    Fixture other = new Fixture("解放制药厂工会");
    for (Role role : List.of(Role.OFFICER, Role.ORGANISATION_ADMINISTRATOR, Role.SECRETARY)) {
      Visitor visitor = server.signedIn(own.union, role);
      visitor.makeToken("organisations:read", "members:read");
      for (Route route : routes()) {
        boolean ofOne =
            route
                    .pattern()
                    .matches("(/api)?/(organisations|people|imports|documents|congresses)/\\{id}.*")
                && !route.open()
                && !route.pattern().contains("blank");
        if (ofOne) {
          assertThat(ask(visitor, route, other).status())
              .as(role + " " + route)
              .isIn(400, 404, 415);
          assertThat(ask(visitor, route, other).body()).doesNotContain(other.union.name());
        }
      }
    }
  }

  /// A union with a member, an account and an import.
  private final class Fixture {
    private final Organisation union;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Fixture(String name) {
      union = server.union(name);
      String id = Identities.number(500_000 + (int) union.id());
      OptionalLong person =
          server
              .bean(Members.class)
              .enrol(
                  new Members.Newcomer(
                      "周平",
                      false,
                      new Sensitive(Map.of(Sensitive.Field.ID_NUMBER, id)),
                      union.id(),
                      MembershipState.MEMBER,
                      java.time.LocalDate.of(2020, 5, 1)));
      Account account = server.officer(union, Role.ORGANISATION_ADMINISTRATOR);
      Visitor officer = server.visitor();
      officer.signIn(account.signInName(), TestServer.PASSWORD);
      Answer upload =
          officer.upload(
              "/imports",
              "名册.csv",
              "姓名,身份证号码\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "kind",
              "ROSTER",
              "organisation",
              String.valueOf(union.id()));
      String importId = upload.location().replaceAll("\\D+", " ").strip();
      ids.put("/organisations/{id}", String.valueOf(union.id()));
      ids.put("/api/organisations/{id}", String.valueOf(union.id()));
      ids.put("/people/{id}", String.valueOf(person.orElseThrow()));
      ids.put("/imports/{id}", importId.substring(importId.lastIndexOf(' ') + 1));
      ids.put("/administration/accounts/{id}", String.valueOf(account.id()));
      ids.put("/documents/{id}", draft(officer));
      Elections elections = server.bean(Elections.class);
      long assembly =
          elections.convene(
              new Elections.Convening(union.id(), "会员代表大会", "/congresses/1", BodyKind.DISTRICT));
      String uuid = elections.putToVote(assembly, Body.RESOLUTION, "关于工作报告的决议").uuid();
      for (String at : List.of("/elections/", "/scrutiny/", "/credentials/", "/vote/")) {
        ids.put(at + "{assembly}", String.valueOf(assembly));
      }
      ids.put("/api/assemblies/{id}", String.valueOf(assembly));
      ids.put("/polls/{uuid}", uuid);
      ids.put("/api/polls/{uuid}", uuid);
      ids.put("/congresses/{id}", String.valueOf(congress()));
      ids.put("/rules/{id}", "congress.quorum");
      ids.put("/api/rules/{id}", "congress.quorum");
    }

    private long congress() {
      return server
          .bean(Congresses.class)
          .open(
              union.id(),
              new Congresses.Plan(
                  "第五次会员代表大会",
                  CongressKind.DELEGATES,
                  "grassroots",
                  40,
                  Optional.empty(),
                  "",
                  List.of(),
                  List.of()));
    }

    private String draft(Visitor officer) {
      Answer made =
          officer.post(
              "/documents",
              "template",
              "letter",
              "代字",
              "测工函",
              "主送单位",
              "区人力资源局",
              "事由",
              union.name(),
              "内容",
              "请予支持。");
      return made.location().replaceAll(".*/", "");
    }

    String path(String pattern) {
      String path = pattern.replace("{kind}", "ROSTER").replace("{name}", "letter");
      for (Map.Entry<String, String> each : ids.entrySet()) {
        if (path.startsWith(each.getKey())) {
          path = path.replaceFirst("\\{(id|uuid|assembly)}", each.getValue());
        }
      }
      return path.replaceAll("\\{[^}]+}", "1");
    }
  }

  private static Answer ask(Visitor visitor, Route route, Fixture fixture) {
    String path = fixture.path(route.pattern());
    return route.method() == RequestMethod.GET ? visitor.get(path) : visitor.post(path);
  }
}
