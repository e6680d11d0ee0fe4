<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<%@ taglib prefix="sample" tagdir="/WEB-INF/tags" %>
<sample:page title="API keys" script="keys.js">
<p>With one of these keys a program calls this application for you, or for your active organization.</p>
<section>
<h2>Keys</h2>
<clerk:apiKeys/>
</section>
<section>
<h2>Try one</h2>
<form id="try">
<input name="key" aria-label="API key" placeholder="ak_…" autocomplete="off" required>
<button>Ask for reports</button>
</form>
<output id="answer">Nothing called yet.</output>
</section>
</sample:page>
