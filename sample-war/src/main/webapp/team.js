// Sends the form without leaving the page. A strict policy runs no handlers that stand in the HTML,
// as f:ajax would write them.
document.addEventListener('click', event => {
  const button = event.target;
  if (button.id === 'books:ask') {
    event.preventDefault();
    faces.ajax.request(button, event, { execute: 'books', render: 'books:text' });
  }
});
