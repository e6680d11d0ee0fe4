package io.github.clerkjakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected here was printed by Node.js 20. */
class EcmaScriptNumberTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @MethodSource("numbers")
  @DisplayName("C9 an integer is read off the front of a text as JavaScript's parseInt does")
  void parseInt(String text, double integer, double number) {
    assertThat(EcmaScriptNumber.parseInt(text)).isEqualTo(Double.valueOf(integer));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  @DisplayName("C9 a text is read as a number as JavaScript's Number does")
  void toNumber(String text, double integer, double number) {
    assertThat(EcmaScriptNumber.toNumber(text)).isEqualTo(Double.valueOf(number));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("0", 0, 0),
        arguments("00", 0, 0),
        arguments("-0", -0.0, -0.0),
        arguments("-5", -5, -5),
        arguments(" 12", 12, 12),
        arguments("3 ", 3, 3),
        arguments("abc", NAN, NAN),
        arguments("1e3", 1, 1000),
        arguments("1e0", 1, 1),
        arguments("3.0", 3, 3),
        arguments("3.7", 3, 3.7),
        arguments("", NAN, 0),
        arguments(" \t\n", NAN, 0),
        arguments("99999999999", 99999999999.0, 99999999999.0),
        arguments("1764063795", 1764063795, 1764063795),
        arguments("NaN", NAN, NAN),
        arguments("12abc", 12, NAN),
        arguments("0x3", 3, 3),
        arguments("0X1f", 31, 31),
        arguments("0x", NAN, NAN),
        arguments("0xg", NAN, NAN),
        arguments("-0x10", -16, NAN),
        arguments("+0x3", 3, NAN),
        arguments("0x1.8p1", 1, NAN),
        arguments("+7", 7, 7),
        arguments("--1", NAN, NAN),
        arguments("-", NAN, NAN),
        arguments("- 1", NAN, NAN),
        arguments("9007199254740993", 9007199254740992.0, 9007199254740992.0),
        arguments("9223372036854775808", 9.223372036854775808e18, 9.223372036854775808e18),
        arguments("-9223372036854775809", -9.223372036854775808e18, -9.223372036854775808e18),
        arguments("0x8000000000000000", 9.223372036854775808e18, 9.223372036854775808e18),
        arguments("1".repeat(400), INFINITY, INFINITY),
        arguments("0x" + "f".repeat(65_536), INFINITY, INFINITY),
        arguments("0x" + "0".repeat(400) + "7", 7, 7),
        arguments("0x1" + "0".repeat(255), 0x1p1020, 0x1p1020),
        arguments("0x1" + "0".repeat(256), INFINITY, INFINITY),
        arguments("\u00a0\ufeff\u30007\u2028", 7, 7),
        arguments("\u200b7", NAN, NAN),
        arguments("\u001c7", NAN, NAN),
        arguments("٣", NAN, NAN),
        arguments("Infinity", NAN, INFINITY),
        arguments("-Infinity", NAN, Double.NEGATIVE_INFINITY),
        arguments("infinity", NAN, NAN),
        arguments("Infinityx", NAN, NAN),
        arguments("1_000", 1, NAN),
        arguments(".5", NAN, 0.5),
        arguments("5.", 5, 5),
        arguments(".", NAN, NAN),
        arguments("1e", 1, NAN),
        arguments("1e+", 1, NAN),
        arguments("1E+2", 1, 100),
        arguments("1e-7", 1, 1e-7),
        arguments("1e400", 1, INFINITY),
        arguments("3,", 3, NAN),
        arguments("3d", 3, NAN),
        arguments("3f", 3, NAN),
        arguments("1 2", 1, NAN),
        arguments("0b11", 0, 3),
        arguments("0b2", 0, NAN),
        arguments("0o17", 0, 15),
        arguments("0o8", 0, NAN),
        arguments("\u0000", NAN, NAN));
  }
}
