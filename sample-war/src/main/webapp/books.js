// Deletes an invoice. Where the server wants to know anew who is there, the script of
// <clerk:scripts/> opens ClerkJS's dialog, and sends the request once more after it.
document.addEventListener('click', async event => {
  const number = event.target.dataset?.delete;
  if (!number) return;
  const answer = document.querySelector('#answer');
  answer.textContent = '…';
  const response = await fetch(`api/invoices/${number}`, {
    method: 'DELETE',
    headers: { Accept: 'application/json' },
  });
  if (response.ok) location.reload();
  else answer.textContent = `${response.status}: ${number} is still there.`;
});
