<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="sample" tagdir="/WEB-INF/tags" %>
<sample:page title="${title}">${content}</sample:page>
