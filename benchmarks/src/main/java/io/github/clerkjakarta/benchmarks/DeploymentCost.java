package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.catalina.LifecycleException;

/** Prints how much more a running Tomcat does to deploy a small WAR that has the filter's jar. */
final class DeploymentCost {

  private static final int WARM_UP = 10;
  private static final int PAIRS = 21;

  private DeploymentCost() {}

  /**
   * Measures; takes no arguments.
   *
   * @throws IOException when a WAR can't be written
   * @throws LifecycleException when Tomcat or an application doesn't start
   */
  public static void main(String[] arguments) throws IOException, LifecycleException {
    Quiet.down();
    List<Pair> pairs = new ArrayList<>();
    try (DeployingTomcat tomcat = DeployingTomcat.start()) {
      Path bare = SmallWar.bare();
      Path filtered = SmallWar.filtered();
      for (int i = 0; i < WARM_UP + PAIRS; i++) {
        double without = tomcat.deploy(bare, false);
        Pair pair = new Pair(without, tomcat.deploy(filtered, true));
        if (i >= WARM_UP) {
          pairs.add(pair);
        }
      }
      Files.delete(bare);
      Files.delete(filtered);
    }
    System.out.printf("%s, median of %d deployments.%n%n", Machine.words(), PAIRS);
    System.out.println("| server | without the jar, ms | with it, ms | more, ms | from … to |");
    System.out.println("| --- | --- | --- | --- | --- |");
    List<Double> more = sorted(pairs, pair -> pair.filtered() - pair.bare());
    System.out.printf(
        "| Tomcat 10.1 | %.0f | %.0f | %.0f | %.0f … %.0f |%n",
        sorted(pairs, Pair::bare).get(PAIRS / 2),
        sorted(pairs, Pair::filtered).get(PAIRS / 2),
        more.get(PAIRS / 2),
        more.get(0),
        more.get(PAIRS - 1));
  }

  private static List<Double> sorted(List<Pair> pairs, ToDoubleFunction<Pair> what) {
    return pairs.stream().mapToDouble(what).sorted().boxed().toList();
  }

  /** Milliseconds of processor time, of one deployment without the jar and of the next, with it. */
  private record Pair(double bare, double filtered) {}
}
