package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.conformance.Engine;
import io.github.clerkjakarta.conformance.Judge;
import io.github.clerkjakarta.conformance.Report;
import io.github.clerkjakarta.conformance.VectorFiles;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The judge: every vector of what {@code @clerk/backend} answers, by file. Another directory of
 * vectors is given with {@code -Dclerk.conformance.dir=/absolute/path}: every {@code .json} file in
 * it is judged, whatever its name, with the directory's own {@code keys.json} if it has one. A
 * vector, an option or a member that the judge doesn't know is a failure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("@clerk/backend answers alike:")
class ConformanceTest {

  private final VectorFiles files = new VectorFiles();
  private final Report report = new Report();
  private final Judge judge = new Judge(new ThisProject());

  List<String> judged() {
    return files.themes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("judged")
  void everyVectorIsAnsweredAsUpstreamAnswersIt(String theme) {
    assertThat(files.failures(theme, judge, report)).as("failed vectors in %s", theme).isZero();
  }

  @AfterAll
  void saysHowItWent() {
    judge.close();
    System.out.println(report.summary());
    System.out.flush();
  }

  private static final class ThisProject implements Engine {
    @Override
    public RequestAuthenticator authenticator(ClerkOptions options, TimeSource time) {
      var decides = new io.github.clerkjakarta.internal.decision.Engine(options, time);
      return new RequestAuthenticator() {
        @Override
        public RequestState authenticate(ClerkRequest request, RequestOptions requestOptions) {
          return decides.authenticate(request, requestOptions);
        }

        @Override
        public void close() {
          decides.close();
        }
      };
    }

    @Override
    public String cookieSuffix(String text) {
      return PublishableKey.cookieSuffix(text);
    }

    @Override
    public String frontendApi(ClerkOptions options) {
      return options.frontendApi().orElseThrow();
    }
  }
}
