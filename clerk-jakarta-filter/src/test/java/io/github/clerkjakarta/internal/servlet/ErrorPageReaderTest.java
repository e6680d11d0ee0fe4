package io.github.clerkjakarta.internal.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The error pages that an application declares")
class ErrorPageReaderTest {

  private final ErrorPageReader reader = new ErrorPageReader();

  @Test
  @DisplayName("are those for a status")
  void statuses() throws XMLStreamException {
    read(
        "<web-app><error-page><error-code>\n 403 </error-code><location>/a</location></error-page>"
            + "<error-page><location>/b</location><error-code>401</error-code></error-page>"
            + "<error-page><exception-type>x.Y</exception-type><location>/c</location></error-page>"
            + "</web-app>");
    assertThat(reader.statuses()).containsExactlyInAnyOrder(401, 403);
    assertThat(reader.hasOneForAll()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<web-app><error-page><location>/a</location></error-page></web-app>, true",
    "<w:web-app xmlns:w='x'><w:error-page><w:location>/a</w:location></w:error-page></w:web-app>,"
        + " true",
    "<web-ext><default-error-page uri='/a'/></web-ext>, true",
    "<web-app><!-- <error-page><location>/a</location></error-page> --></web-app>, false",
    "<web-fragment/>, false"
  })
  @DisplayName("may be one for all")
  void forAll(String xml, boolean isThere) throws XMLStreamException {
    read(xml);
    assertThat(reader.hasOneForAll()).isEqualTo(isThere);
    assertThat(reader.statuses()).isEmpty();
  }

  @Test
  @DisplayName("are found in an old web.xml, whose DTD is at an address that nobody asks")
  void oldWebXml() throws XMLStreamException {
    read(
        "<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
            + " 'http://127.0.0.1:9/dtd/web-app_2_3.dtd'>"
            + "<web-app><error-page><error-code>403</error-code><location>/a</location>"
            + "</error-page></web-app>");
    assertThat(reader.statuses()).containsExactly(403);
  }

  private void read(String xml) throws XMLStreamException {
    reader.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }
}
