package io.github.clerkjakarta.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.clerkjakarta.servlet.access.PathAccess;
import io.github.clerkjakarta.servlet.access.PathAccess.Admits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A look-up in the tree of rules")
class RuleTreeTest {

  private static final PathAccess OPEN =
      new PathAccess(Admits.EVERYBODY, List.of(), Optional.empty());
  private static final PathAccess CALLERS =
      new PathAccess(Admits.CALLERS, List.of(), Optional.empty());

  @Test
  @DisplayName("S6 visits a node once, though a path has * in it literally")
  void literalStars() {
    RuleTree tree = tree("/*".repeat(60) + "/x");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(tree.accessTo("/*".repeat(60) + "/y")).isEmpty());
    assertThat(tree.accessTo("/*".repeat(60) + "/x")).contains(OPEN);
  }

  @Test
  @DisplayName("S6 goes on at a broader rule where a more specific one leads nowhere")
  void back() {
    RuleTree tree = tree("/a/*/x");
    tree.add(PathRule.of("/*/b/y", CALLERS));
    assertThat(tree.accessTo("/a/b/x")).contains(OPEN);
    assertThat(tree.accessTo("/a/b/y")).contains(CALLERS);
    assertThat(tree.accessTo("/a/b/z")).isEmpty();
    assertThat(tree.accessTo("/*/b/y")).contains(CALLERS);
    assertThat(tree.accessTo("/a//x")).isEmpty();
  }

  @Test
  @DisplayName("S6 a second rule for a pattern is told")
  void twice() {
    RuleTree tree = tree("/a/*");
    assertThat(tree.add(PathRule.of("/a/*", CALLERS))).isFalse();
    assertThat(tree.add(PathRule.of("/a/**", CALLERS))).isTrue();
    assertThat(tree.add(PathRule.of("/a/**", CALLERS))).isFalse();
  }

  private static RuleTree tree(String pattern) {
    RuleTree tree = new RuleTree();
    assertThat(tree.add(PathRule.of(pattern, OPEN))).isTrue();
    return tree;
  }
}
