package io.github.clerkjakarta.internal.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that one logger and those below it are told, at any level, until this is closed. */
public final class LogLines extends Handler implements AutoCloseable {

  private static final SimpleFormatter FORMATTER = new SimpleFormatter();

  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogLines(String name) {
    logger = Logger.getLogger(name);
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  public static LogLines of(Class<?> type) {
    return of(type.getName());
  }

  public static LogLines of(String name) {
    return new LogLines(name);
  }

  /** The level and the message of each. */
  public List<String> lines() {
    return texts(line -> line.getLevel() + " " + line.getMessage());
  }

  public List<String> messages() {
    return texts(FORMATTER::formatMessage);
  }

  /** Each as a file would have it, with the trace of what was thrown. */
  public List<String> formatted() {
    return texts(FORMATTER::format);
  }

  private List<String> texts(Function<LogRecord, String> text) {
    return records.stream().map(text).toList();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
