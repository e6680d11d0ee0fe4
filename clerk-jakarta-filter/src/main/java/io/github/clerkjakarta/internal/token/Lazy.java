package io.github.clerkjakarta.internal.token;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment doesn't need: made when it is asked for, once, whichever thread comes first.
 * From then on asking takes no lock.
 *
 * @param <T> what is made
 */
public final class Lazy<T> {

  private final Supplier<T> maker;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable T made;

  /** Nothing is made here. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Makes it, unless that has been done. */
  public T get() {
    T present = made;
    return present == null ? make() : present;
  }

  /** What has been made; null where nobody has asked for it. */
  @Nullable T ifMade() {
    return made;
  }

  private T make() {
    making.lock();
    try {
      T present = made;
      if (present == null) {
        present = maker.get();
        made = present;
      }
      return present;
    } finally {
      making.unlock();
    }
  }
}
