package io.github.clerkjakarta.internal.token;

import com.nimbusds.jose.util.Base64URL;

/**
 * The signature of a {@link Jws}, which was decoded when the token was taken apart, in the shape
 * that Nimbus asks for. Without it Nimbus would decode the text once more, in a time that is felt
 * beside an RSA verification.
 */
final class DecodedSignature extends Base64URL {

  private final transient byte[] bytes;

  DecodedSignature(byte[] bytes) {
    super("");
    this.bytes = bytes;
  }

  @Override
  public byte[] decode() {
    return bytes;
  }
}
