package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.benchmarks.ThreadMeter.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Compares workloads with the same yardstick in one JVM. In each round every workload and the
 * yardstick get a short slice of time, in random order, and each cost is divided by the yardstick's
 * of the same round. So whatever slows the machine for a while slows both sides of a ratio, and the
 * median over the rounds forgets the rest.
 */
final class PairedMeasurement {

  private static final long SLICE = Duration.ofMillis(10).toNanos();
  private static final int WARM_UP_PARTS = 4;

  private final ThreadMeter meter = new ThreadMeter();
  private final Random order = new Random(1);
  private final Workload yardstick;
  private final List<? extends Workload> workloads;

  PairedMeasurement(Workload yardstick, List<? extends Workload> workloads) {
    this.yardstick = yardstick;
    this.workloads = workloads;
  }

  /** Lets the JVM compile what will be measured, by giving each workload this much time. */
  void warmUp(Duration each) {
    Contest contest = new Contest();
    for (int i = 0; i < WARM_UP_PARTS; i++) {
      contest.runAll(each.dividedBy(WARM_UP_PARTS).toNanos());
    }
  }

  /** The costs, in the order of the workloads. */
  List<Cost> measure(int rounds) {
    Contest contest = new Contest();
    for (int i = 0; i < rounds; i++) {
      contest.runAll(SLICE);
      contest.compare();
    }
    return contest.contenders.stream().map(Contender::cost).toList();
  }

  private final class Contest {

    final Contender unit = new Contender(yardstick);
    final List<Contender> contenders = workloads.stream().map(Contender::new).toList();

    void runAll(long nanoseconds) {
      List<Contender> all = new ArrayList<>(contenders);
      all.add(unit);
      Collections.shuffle(all, order);
      all.forEach(contender -> contender.run(meter, nanoseconds));
    }

    void compare() {
      contenders.forEach(contender -> contender.compareWith(unit));
    }
  }

  private static final class Contender {

    private final Workload workload;
    private final List<Double> ratios = new ArrayList<>();
    private Reading slice = Reading.NOTHING;
    private Reading sum = Reading.NOTHING;

    Contender(Workload workload) {
      this.workload = workload;
    }

    void run(ThreadMeter meter, long nanoseconds) {
      slice = meter.run(workload, nanoseconds);
      sum = sum.plus(slice);
    }

    void compareWith(Contender unit) {
      ratios.add(slice.nanosecondsEach() / unit.slice.nanosecondsEach());
    }

    Cost cost() {
      List<Double> sorted = ratios.stream().sorted().toList();
      return new Cost(
          workload.name(), sorted.get(sorted.size() / 2), sum.bytes() / sum.operations());
    }
  }
}
