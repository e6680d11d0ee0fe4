package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.reason.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart (RFC 7515, section 7.1), with what only the check of its signature needs.
 *
 * @param jwt what it says
 * @param signingInput what is signed: header and payload as they were sent
 * @param signature the signature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and seen by the check alone
record Jws(DecodedJwt jwt, byte[] signingInput, byte[] signature) {

  /**
   * Takes a token apart.
   *
   * @param known a header that needn't be read again should this be the token's; null for none
   * @throws TokenRefused when it has not three parts, or one of them can't be decoded
   */
  static Jws decode(String token, @Nullable JoseHeader known) throws TokenRefused {
    int payloadDot = token.indexOf('.');
    int signatureDot = payloadDot < 0 ? -1 : token.indexOf('.', payloadDot + 1);
    if (signatureDot < 0 || token.indexOf('.', signatureDot + 1) >= 0) {
      throw invalid("A JWT consists of three parts separated by dots.");
    }
    byte[] ascii = token.getBytes(StandardCharsets.ISO_8859_1);
    try {
      JoseHeader header =
          known != null && known.isOf(token, payloadDot)
              ? known
              : JoseHeader.read(token.substring(0, payloadDot), decode(ascii, 0, payloadDot));
      Object payload = JsonValues.readReplacing(decode(ascii, payloadDot + 1, signatureDot));
      byte[] signature = decode(ascii, signatureDot + 1, ascii.length);
      return new Jws(
          new DecodedJwt(header, payload, signature.length > 0),
          Arrays.copyOf(ascii, signatureDot),
          signature);
    } catch (JsonSyntaxException e) {
      throw undecodable();
    }
  }

  private static byte[] decode(byte[] ascii, int start, int end) throws TokenRefused {
    byte[] decoded = Base64Url.decode(ascii, start, end);
    if (decoded == null) {
      throw undecodable();
    }
    return decoded;
  }

  private static TokenRefused undecodable() {
    return invalid("The header, payload, or signature could not be decoded.");
  }

  private static TokenRefused invalid(String why) {
    return new TokenRefused(
        Reason.TOKEN_INVALID, "Invalid JWT form. " + why, TokenRefused.NO_ACTION);
  }
}
