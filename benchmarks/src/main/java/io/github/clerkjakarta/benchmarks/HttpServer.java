package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.servlet.ClerkFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The process that is measured: serves until its standard input ends. */
final class HttpServer {

  private HttpServer() {}

  /**
   * Starts a server and prints its port.
   *
   * @param arguments a {@link MeasuredServer}, and the public key of the tokens in Base64
   * @throws Exception when it can't start
   */
  public static void main(String[] arguments) throws Exception {
    Quiet.down();
    String pem = new String(Base64.getDecoder().decode(arguments[1]), StandardCharsets.US_ASCII);
    ClerkFilter filter = ClerkFilter.with(BenchmarkInstance.options(pem));
    System.out.println(MeasuredServer.valueOf(arguments[0]).start(filter));
    while (System.in.read() >= 0) {
      // Nothing is expected but the end.
    }
    System.exit(0);
  }
}
