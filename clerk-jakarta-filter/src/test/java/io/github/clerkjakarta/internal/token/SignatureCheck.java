package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;

/** Header and signature of a token alone, whatever its payload is. */
public final class SignatureCheck {

  private SignatureCheck() {}

  /** Whether a key accepts a compact serialization (RFC 7515, section 3.1). */
  public static boolean accepts(VerificationKey key, String compact) {
    byte[] ascii = compact.getBytes(StandardCharsets.ISO_8859_1);
    int payload = compact.indexOf('.') + 1;
    int signature = compact.lastIndexOf('.') + 1;
    if (payload == 0 || compact.indexOf('.', payload) + 1 != signature) {
      return false;
    }
    byte[] header = Base64Url.decode(ascii, 0, payload - 1);
    byte[] signed = Base64Url.decode(ascii, payload, signature - 1);
    byte[] bytes = Base64Url.decode(ascii, signature, ascii.length);
    if (header == null || signed == null || bytes == null) {
      return false;
    }
    try {
      JoseHeader read = JoseHeader.read(compact.substring(0, payload - 1), header);
      byte[] input = compact.substring(0, signature - 1).getBytes(StandardCharsets.ISO_8859_1);
      return accepts(key, HeaderRules.check(read, null), input, bytes);
    } catch (TokenRefused | JsonSyntaxException e) {
      return false;
    }
  }

  /** Whether a key accepts a signature of these bytes. */
  public static boolean accepts(
      VerificationKey key, String algorithm, byte[] signed, byte[] signature) {
    try {
      DecodedJwt any = new DecodedJwt(JoseHeader.read("e30", new byte[] {'{', '}'}), null, true);
      key.check(new Jws(any, signed, signature), algorithm);
      return true;
    } catch (TokenRefused | JsonSyntaxException e) {
      return false;
    }
  }
}
