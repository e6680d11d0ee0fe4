package io.github.clerkjakarta.internal.csp;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.htmlunit.csp.FetchDirectiveKind;
import org.htmlunit.csp.Policy;
import org.htmlunit.csp.PolicyList;
import org.htmlunit.csp.directive.SourceExpressionDirective;

/** A policy that the application has written, as browsers read it. */
final class OwnPolicy {

  private final Policy policy;
  private final Directives directives;

  private OwnPolicy(Policy policy) {
    this.policy = policy;
    this.directives = directives(policy);
  }

  /**
   * The policies in the values of a header.
   *
   * @throws IllegalArgumentException when they hold anything but ASCII
   */
  static List<OwnPolicy> in(Collection<String> headers) {
    PolicyList read =
        Policy.parseSerializedCSPList(
            String.join(",", headers), (severity, message, at, directive, value) -> {});
    return read.getPolicies().stream().map(OwnPolicy::new).toList();
  }

  /**
   * What is wrong with a policy; empty when it is right.
   *
   * @throws IllegalArgumentException when it holds anything but ASCII
   */
  static Optional<String> fault(String policy) {
    Stream.Builder<String> faults = Stream.builder();
    Policy.parseSerializedCSP(
        policy,
        (severity, message, directive, value) -> {
          if (severity == Policy.Severity.Error) {
            faults.add(message);
          }
        });
    return faults.build().findFirst();
  }

  /** What it says, to be changed; of a directive that is there twice, the first. */
  Directives directives() {
    return directives.copy();
  }

  /** The values that decide about what a directive is for. */
  Collection<String> deciding(String name) {
    return directives.contain(name)
        ? directives.of(name)
        : governing(name).map(SourceExpressionDirective::getValues).orElse(List.of());
  }

  /** Whether it says itself that a directive lets in nothing. */
  boolean closes(String name) {
    return directives.contain(name) && Directives.areNone(directives.of(name));
  }

  /** Whether it decides about what a directive is for. */
  boolean decides(String name) {
    return directives.contain(name) || governing(name).isPresent();
  }

  /** Whether {@code 'unsafe-inline'} counts for nothing beside what stands there. */
  boolean namesWhatIsInline(String name) {
    return governing(name)
        .filter(it -> !it.getNonces().isEmpty() || !it.getHashes().isEmpty())
        .isPresent();
  }

  private Optional<SourceExpressionDirective> governing(String name) {
    FetchDirectiveKind kind = FetchDirectiveKind.fromString(name);
    return kind == null || !fallsBack(kind)
        ? Optional.empty()
        : policy.getGoverningDirectiveForEffectiveDirective(kind);
  }

  private static boolean fallsBack(FetchDirectiveKind kind) {
    return kind != FetchDirectiveKind.DefaultSrc && kind != FetchDirectiveKind.ChildSrc;
  }

  /** The library writes one space between values and a semicolon between directives. */
  private static Directives directives(Policy policy) {
    Directives directives = new Directives();
    for (String each : policy.toString().split("; ", -1)) {
      List<String> parts = List.of(each.split(" ", -1));
      directives.putIfAbsent(parts.get(0).toLowerCase(Locale.ROOT), parts.subList(1, parts.size()));
    }
    return directives;
  }
}
