package io.github.clerkjakarta.internal.csp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy under which Clerk works, of the application's own where it has one. That is widened by
 * what Clerk needs and by nothing else; what it says nothing about is what it would be without.
 *
 * @param usual what stands beside what is needed, where the application says nothing, by directive
 * @param needed what is needed, by directive
 * @param reportTo the endpoint for reports, where somebody wants them
 */
record MergedPolicy(
    Map<String, List<String>> usual, Map<String, List<String>> needed, Optional<String> reportTo) {

  private static final String REPORT_TO = "report-to";

  /** Directives that decide about a part of what another one is for. */
  private static final Map<String, String> PARTS =
      Map.of("script-src-elem", ClerkSources.SCRIPTS, "style-src-elem", ClerkSources.STYLES);

  /** The same, where the response has a nonce. */
  MergedPolicy with(List<String> nonce) {
    Map<String, List<String>> more = new LinkedHashMap<>(needed);
    more.computeIfPresent(
        ClerkSources.SCRIPTS,
        (name, values) ->
            Directives.areNone(values) ? values : List.copyOf(Directives.joined(values, nonce)));
    return new MergedPolicy(usual, more, reportTo);
  }

  /** The policy where the application has none. */
  Directives alone() {
    Directives policy = new Directives();
    names().forEach(name -> policy.put(name, unsaid(name)));
    reportTo.ifPresent(endpoint -> policy.putIfAbsent(REPORT_TO, List.of(endpoint)));
    return policy;
  }

  /**
   * The application's policies as a header has them. A browser heeds each of several, so each is
   * widened; what none of them decides about is said in the first.
   */
  String of(List<OwnPolicy> own) {
    return own.stream()
        .map(each -> each == own.get(0) ? withUnsaid(each, own) : widened(each))
        .map(Directives::toString)
        .collect(Collectors.joining(", "));
  }

  private Directives widened(OwnPolicy own) {
    Directives policy = own.directives();
    needed.forEach(
        (name, more) -> {
          if (own.decides(name)) {
            policy.put(name, widened(own, name, more));
          }
        });
    PARTS.forEach(
        (part, whole) -> {
          if (policy.contain(part)) {
            policy.put(part, widened(own, part, needed.getOrDefault(whole, List.of())));
          }
        });
    return policy;
  }

  private Directives withUnsaid(OwnPolicy first, List<OwnPolicy> all) {
    Directives policy = widened(first);
    for (String name : names()) {
      if (all.stream().noneMatch(own -> own.decides(name))) {
        policy.put(name, unsaid(name));
      }
    }
    if (all.stream().noneMatch(own -> own.decides(REPORT_TO))) {
      reportTo.ifPresent(endpoint -> policy.putIfAbsent(REPORT_TO, List.of(endpoint)));
    }
    return policy;
  }

  /** What the application lets in, and what is needed; where it lets in nothing, nothing. */
  private Collection<String> widened(OwnPolicy own, String name, List<String> more) {
    if (own.closes(name)) {
      return List.of(Directives.NONE);
    }
    Set<String> values = Directives.joined(own.deciding(name), more);
    if (own.namesWhatIsInline(name) && more.contains(ClerkSources.INLINE)) {
      // beside those names, 'unsafe-inline' counts for nothing
      needed.getOrDefault(ClerkSources.SCRIPTS, List.of()).stream()
          .filter(value -> value.startsWith(Nonce.SOURCE))
          .forEach(values::add);
    }
    return values;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(usual.keySet());
    names.addAll(needed.keySet());
    return names;
  }

  private Set<String> unsaid(String name) {
    return Directives.joined(
        usual.getOrDefault(name, List.of()), needed.getOrDefault(name, List.of()));
  }
}
