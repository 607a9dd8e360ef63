package org.zhijia.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Posts that an election filled: they wait for the higher union's approval, which puts them in
/// force and ends their predecessors'. Whoever calls has asked for permission.
@Service
public class ElectedPosts {
  private static final int MOST_NAMESAKES = 50;

  private final OrganisationStore store;
  private final MemberStore members;
  private final JdbcClient database;

  ElectedPosts(OrganisationStore store, MemberStore members, JdbcClient database) {
    this.store = store;
    this.members = members;
    this.database = database;
  }

  /// A member of some union of the federation.
  ///
  /// @param number of the membership
  /// @param union its name
  public record Member(long person, String number, String union) {}

  /// A post that somebody holds or is to hold.
  public record Held(long person, Office office, boolean approved) {}

  /// A post that somebody holds, in force.
  ///
  /// @param post its id
  public record InForce(long post, String name, Office office, LocalDate since) {}

  /// All members with this very name in the federation that the organisation belongs to.
  public List<Member> named(String name, Organisation of) {
    return members.search(name, federation(of), MOST_NAMESAKES).stream()
        .filter(row -> row.name().equals(name))
        .map(ElectedPosts::member)
        .toList();
  }

  public Optional<Member> numbered(String number, Organisation of) {
    return members.byNumber(number, federation(of)).map(ElectedPosts::member);
  }

  private static Member member(MemberStore.Row row) {
    return new Member(row.person(), row.number(), row.organisationName());
  }

  private static String federation(Organisation of) {
    return "." + of.path().split("\\.", -1)[1] + ".";
  }

  /// Posts of an organisation that began on this day.
  public List<Held> of(long organisation, LocalDate since) {
    return store.posts(organisation).stream()
        .filter(post -> post.since().equals(since))
        .map(post -> new Held(post.person(), post.office(), post.state().equals("IN_FORCE")))
        .toList();
  }

  /// What elections filled in an organisation, and is in force now.
  public List<InForce> inForce(long organisation) {
    return store.posts(organisation).stream()
        .filter(post -> post.state().equals("IN_FORCE") && post.office() != Office.WOMEN_CHAIR)
        .map(post -> new InForce(post.id(), post.name(), post.office(), post.since()))
        .toList();
  }

  /// Ends a post of this organisation, e.g. by a recall; one that has ended stays as it is.
  @Transactional
  public void end(long organisation, long post, LocalDate until) {
    if (store.organisationOfPost(post).filter(of -> of == organisation).isPresent()) {
      store.endPost(post, until);
    }
  }

  /// Enters posts that wait for approval; one that is there already stays as it is.
  @Transactional
  public void enter(List<Organisations.Posting> elected) {
    for (Organisations.Posting posting : elected) {
      database
          .sql(
              """
              insert into registry.post
                     (organisation, person, office, state, since, term_ends_on)
              select :organisation, :person, :office, 'PENDING', :since, :ends
               where not exists (select 1 from registry.post
                                  where organisation = :organisation and person = :person
                                    and office = :office and since = :since)
              """)
          .param("organisation", posting.organisation())
          .param("person", posting.person())
          .param("office", posting.office().name())
          .param("since", posting.since())
          .param("ends", posting.termEndsOn())
          .update();
    }
  }

  /// Puts in force what waited, and ends on that day the earlier holders of the same offices.
  @Transactional
  public void approve(long organisation, LocalDate since, Set<Office> offices) {
    String[] names = offices.stream().map(Enum::name).toArray(String[]::new);
    database
        .sql(
            """
            update registry.post set state = 'ENDED', until = :since
             where organisation = :organisation and office = any (:offices) and until is null
               and since < :since
               and exists (select 1 from registry.post e
                            where e.organisation = :organisation and e.since = :since
                              and e.office = post.office)
            """)
        .param("organisation", organisation)
        .param("since", since)
        .param("offices", names)
        .update();
    database
        .sql(
            """
            update registry.post set state = 'IN_FORCE'
             where organisation = ? and since = ? and state = 'PENDING' and office = any (?)
            """)
        .params(organisation, since, names)
        .update();
  }
}
