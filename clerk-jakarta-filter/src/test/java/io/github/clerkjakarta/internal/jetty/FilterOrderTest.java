package io.github.clerkjakarta.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The order of filter mappings")
class FilterOrderTest {

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "up clerk,                   clerk up",
    "up a clerk b,               a clerk up b",
    "up a clerk b clerk c,       a clerk b clerk up c",
    "up1 a up2 clerk up3 b,      a clerk up1 up2 up3 b",
    "a clerk b up,               a clerk b up",
    "up a,                       up a",
    "clerk,                      clerk",
  })
  @DisplayName("D19 puts what is moved right behind the last of the others, and nothing else")
  void order(String before, String after) {
    List<String> mappings = List.of(before.split(" "));
    assertThat(FilterOrder.behind(mappings, "clerk"::equals, it -> it.startsWith("up")))
        .containsExactly(after.split(" "));
  }
}
