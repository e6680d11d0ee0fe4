<%@ page contentType="text/plain; charset=UTF-8" %><%
  request.setAttribute("auth", io.github.clerkjakarta.servlet.ClerkFilter.auth(request));
%>${auth.has(Requirement.permission('org:invoices:create'))}
