package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Text within markup")
class MarkupTextTest {

  @Test
  @DisplayName("D26 is text, whatever it holds")
  void escaped() {
    assertThat(MarkupText.of("<a href=\"/?a=1&b=2\">it's</a> &lt;"))
        .isEqualTo("&lt;a href=&quot;/?a=1&amp;b=2&quot;&gt;it's&lt;/a&gt; &amp;lt;");
  }
}
