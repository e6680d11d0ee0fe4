package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A picture of figures side by side, as SVG.
 *
 * @param title what is measured, and its unit
 * @param bars from top to bottom
 */
record BarChart(String title, List<Bar> bars) {

  private static final int LINE = 20;
  private static final int LABELS = 460;
  private static final int WIDTH = 260;
  private static final int FIGURES = 60;

  /**
   * One bar.
   *
   * @param label what it is
   * @param figure its length
   */
  record Bar(String label, double figure) {}

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, svg());
  }

  String svg() {
    double longest = bars.stream().mapToDouble(Bar::figure).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        LABELS + WIDTH + FIGURES,
        (bars.size() + 2) * LINE);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    line(svg, "<text x=\"8\" y=\"%d\" font-weight=\"bold\">%s</text>", LINE, escaped(title));
    for (int i = 0; i < bars.size(); i++) {
      int y = (i + 2) * LINE;
      double length = bars.get(i).figure() / longest * WIDTH;
      line(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
          LABELS - 8,
          y,
          escaped(bars.get(i).label()));
      line(
          svg,
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"#5b6ee1\"/>",
          LABELS,
          y - 10,
          length);
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\">%.3f</text>",
          LABELS + length + 6,
          y,
          bars.get(i).figure());
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
