// Shows what the server answers to the button that was pressed.
for (const button of document.querySelectorAll('button[data-path]')) {
  button.addEventListener('click', async () => {
    const answer = document.querySelector('#answer');
    answer.textContent = '…';
    const response = await fetch(button.dataset.path, {
      method: button.dataset.method,
      headers: { Accept: 'application/json' },
    });
    answer.textContent = `${response.status} ${response.ok ? await response.text() : 'refused'}`;
  });
}
