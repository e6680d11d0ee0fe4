package io.github.clerkjakarta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture of figures")
class BarChartTest {

  @Test
  @DisplayName("has a bar for each, the longest as wide as there is room, and escapes text")
  void bars() {
    String svg =
        new BarChart(
                "a < b",
                List.of(new BarChart.Bar("half & half", 0.5), new BarChart.Bar("whole", 1)))
            .svg();

    assertThat(svg)
        .startsWith("<svg ")
        .contains("a &lt; b", "half &amp; half", "width=\"130.0\"", "width=\"260.0\"", ">0.500<")
        .endsWith("</svg>\n");
  }
}
